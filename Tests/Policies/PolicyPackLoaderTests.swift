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
                "clocks.yaml:\(line): clocks[2].restsOn.value[0] is not a reason of a hold; expected one of information-required, "
                    + "waiting-for-customer, waiting-for-third-party, appointment, special-meeting"
            ])
    }

    @Test func aGradeIsForClocksThatStartWithTheDispatchAndIsOneOfFour() throws {
        let folder = try PackFolder()
        let early = try folder.replace("when: {provinces: [CN-HA]}", by: "when: {priorities: [1]}", in: "clocks.yaml")
        let unknown = try folder.replace("when: {priorities: [4]}", by: "when: {priorities: [5]}", in: "clocks.yaml")
        #expect(
            Set(faults(of: folder)) == [
                "clocks.yaml:\(early): clocks[0].overrides[0].when.priorities is not known when a clock starts on received; "
                    + "expected a clock that starts on dispatched or later",
                "clocks.yaml:\(unknown): clocks[3].overrides[2].when.priorities has 5; expected 1, the most urgent, to 4",
            ])
    }

    @Test func whatCustomersWouldReadAsABareCodeIsAFault() throws {
        let folder = try PackFolder()
        try folder.replace("- name: late-restoring", by: "- name: late-back", in: "compensation.yaml")
        let found = faults(of: folder)
        #expect(found.count == 1)
        #expect(found.first?.hasSuffix("words have none for the tariff late-back; expected what people are to read, zh and en") == true)
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

    @Test func tariffsOfFormerVersionsStayLoadedForTheirComplaintsWhereTheyWerePutAside() throws {
        let folder = try PackFolder()
        let former = folder.url.appending(path: "earlier/2018.1")
        try FileManager.default.createDirectory(at: former, withIntermediateDirectories: true)
        for file in ["calendar.yaml", "clocks.yaml"] {
            let text = try folder.text(of: file).replacing("\"2019.1\"", with: "\"2018.1\"")
            try text.write(to: former.appending(path: file), atomically: true, encoding: .utf8)
        }
        #expect(try PolicyPackLoader.load(directory: folder.url).compensation.earlier.isEmpty)
        let tariffs = try folder.text(of: "compensation.yaml").replacing("\"2019.1\"", with: "\"2018.1\"")
        try tariffs.write(to: former.appending(path: "compensation.yaml"), atomically: true, encoding: .utf8)
        let pack = try PolicyPackLoader.load(directory: folder.url)
        #expect(pack.compensation.version == "2019.1")
        #expect(pack.compensation.pinned(to: "2018.1").version == "2018.1")
        try tariffs.replacing("value: CNY", with: "value: yuan")
            .write(to: former.appending(path: "compensation.yaml"), atomically: true, encoding: .utf8)
        #expect(faults(of: folder).first?.hasPrefix("earlier/2018.1/compensation.yaml:") ?? false)
    }

    @Test func faultsOfTariffsGoodwillAndDeputiesAreToldTogetherWithTheirLines() throws {
        let folder = try PackFolder()
        let file = "compensation.yaml"
        let check = try folder.replace("atMost: {value: \"7\", source: \"Consumer Law art. 25\"}", by: "variants: []", in: file)
        let cap = try folder.replace("perGrant: {value: 20000", by: "perGrant: {value: 0", in: file)
        let deputy = try folder.replace(
            "delegations: []",
            by: "delegations: [{absent: manager-1, deputy: manager-1, from: \"2026-10-01T00:00:00+08:00\", "
                + "until: \"2026-10-02T00:00:00+08:00\", source: test}]", in: file)
        let failure = try folder.replace("code: bill-run-closed", by: "code: billing-busy", in: file)
        #expect(
            Set(faults(of: folder)) == [
                "\(file):\(check - 1): tariffs[9].checks[0] needs exactly one limit; expected either above or atMost",
                "\(file):\(cap): goodwill.perGrant.value is below 1; expected minor units, 1 or more",
                "\(file):\(deputy): delegations[0].deputy is the absent person; expected another person",
                "\(file):\(failure): settlement.failures[1].code is given twice; expected each failure once",
            ])
    }
}
