import Domain
import Foundation
import Testing

@testable import Policies

struct PolicyPackLoaderTests {
    private func faults(of folder: PackFolder) -> [String] {
        do {
            _ = try PolicyPackLoader.load(directory: folder.url)
            return []
        } catch {
            return error.faults.map(\.description)
        }
    }

    @Test func theChinaPackIsWhole() throws {
        let pack = try PolicyPackLoader.load(directory: PackFolder.china)
        #expect(pack.version == "2019.1")
        #expect(pack.clocks.version == pack.version)
        #expect(pack.clocks.earlier.isEmpty)
    }

    @Test func everyFileOfThePackIsRead() throws {
        for file in PolicyPackLoader.files {
            let folder = try PackFolder()
            try folder.remove(file)
            let found = faults(of: folder)
            #expect(found.contains { $0.hasPrefix("\(file):") && $0.contains("cannot be read") }, "\(file)")
        }
    }

    @Test func faultsOfSeveralFilesAreToldTogetherWithTheirLines() throws {
        let folder = try PackFolder()
        let breach = try folder.replace("{at: 150, step: 3,", by: "{at: 90, step: 9,", in: "clocks.yaml")
        let both = try folder.replace("makeUpWorkdays: [2026-09-20, 2026-10-10]", by: "makeUpWorkdays: [2026-10-04]", in: "calendar.yaml")
        let ladder = try folder.replace("step: 2", by: "step: 5", in: "work-order.yaml")
        #expect(
            Set(faults(of: folder)) == [
                "clocks.yaml:\(breach): clocks[0].thresholds.value[3].at does not rise; expected more than the one above",
                "clocks.yaml:\(breach): clocks[0].thresholds.value[3].step is beyond the ladder of work-order.yaml; expected at most 3",
                "calendar.yaml:\(both): calendars[0].years[2].holidays[6].makeUpWorkdays[0] is also a day off; "
                    + "expected a day that is either off or worked",
                "work-order.yaml:\(ladder): ladder[1].step is out of order; expected 2",
            ])
    }

    @Test func aMisspeltKeyIsToldWithItsLine() throws {
        let folder = try PackFolder()
        let line = try folder.replace("stopsOn: [customer-told]", by: "stopOn: [customer-told]", in: "clocks.yaml")
        let found = faults(of: folder)
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix("clocks.yaml:") ?? false)
        #expect(found.first.map { $0.contains("stopsOn") || $0.contains(":\(line):") } ?? false)
    }

    @Test func aReasonNoHoldCanHaveIsAFault() throws {
        let folder = try PackFolder()
        let line = try folder.replace("[waiting-for-customer, waiting", by: "[waiting-for-custumer, waiting", in: "clocks.yaml")
        #expect(
            faults(of: folder) == [
                "clocks.yaml:\(line): clocks[2].restsOn.value[0] is no reason of a hold; expected one of information-required, "
                    + "waiting-for-customer, waiting-for-third-party, appointment, special-meeting"
            ])
    }

    @Test func anUndefinedCalendarIsAFault() throws {
        let folder = try PackFolder()
        let line = try folder.replace("calendar: china", by: "calendar: chima", in: "clocks.yaml")
        #expect(
            faults(of: folder) == ["clocks.yaml:\(line): clocks[0].calendar is not defined; expected one of the calendars: china"])
    }

    @Test func filesOfDifferentVersionsAreNoPack() throws {
        let folder = try PackFolder()
        let line = try folder.replace("version: \"2019.1\"", by: "version: \"2019.2\"", in: "clocks.yaml")
        #expect(faults(of: folder) == ["clocks.yaml:\(line): version is not that of intake.yaml; expected 2019.1"])
    }

    @Test func clocksOfFormerVersionsStayLoadedForTheirComplaints() throws {
        let folder = try PackFolder()
        let former = folder.url.appending(path: "earlier/2018.1")
        try FileManager.default.createDirectory(at: former, withIntermediateDirectories: true)
        for file in ["calendar.yaml", "clocks.yaml"] {
            let text = try folder.text(of: file).replacing("\"2019.1\"", with: "\"2018.1\"")
            try text.write(to: former.appending(path: file), atomically: true, encoding: .utf8)
        }
        let pack = try PolicyPackLoader.load(directory: folder.url)
        #expect(pack.clocks.earlier.keys.sorted() == ["2018.1"])
        #expect(pack.clocks.pinned(to: "2018.1").version == "2018.1")
        try FileManager.default.removeItem(at: former.appending(path: "clocks.yaml"))
        #expect(faults(of: folder).first?.hasPrefix("earlier/2018.1/clocks.yaml:") ?? false)
    }
}
