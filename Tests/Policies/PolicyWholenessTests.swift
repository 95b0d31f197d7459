import Domain
import Foundation
import Testing

@testable import Policies

/// What a copy or a check of a pack must not lose.
struct PolicyWholenessTests {
    private static let henan = """
        version: "2019.1"
        effective: {from: 2026-01-01}
        province: CN-HA
        title: made up
        clocks:
          - clock: answer
            allowance: {value: {workingDays: 7}, source: the province's own rules}

        """

    private func withHenan(_ text: String = henan) throws -> PackFolder {
        let folder = try PackFolder()
        try FileManager.default.createDirectory(at: folder.url.appending(path: "provinces"), withIntermediateDirectories: true)
        try text.write(to: folder.url.appending(path: "provinces/CN-HA.yaml"), atomically: true, encoding: .utf8)
        return folder
    }

    private func faults(_ folder: PackFolder, on day: String? = nil) -> [String] {
        PolicyPackCheck(directory: folder.url, on: day.flatMap { CivilDate($0) }).faults.map(\.description)
    }

    @Test func aProvinceLaidOverThePackLosesNothingOfIt() throws {
        let alone = try PolicyPackLoader.load(directory: PackFolder.china).clocks.current.policy
        let folder = try withHenan()
        let laid = try PolicyPackLoader.load(directory: folder.url).clocks.current.policy
        #expect(alone.lateAfter != nil)
        #expect(laid.lateAfter == alone.lateAfter)
        #expect(laid != alone)
        // But for the one clock's overrides, everything is the pack's.
        let bare = laid.changingClocks { rule in alone.clocks.first { $0.name == rule.name } ?? rule }
        #expect(bare == alone)
    }

    @Test func aProvincesNewDeadlineIsAnotherRevision() throws {
        func revision(_ folder: PackFolder) throws -> String { try PolicyPackLoader.load(directory: folder.url).clockRevision }
        let folder = try withHenan()
        let first = try revision(folder)
        #expect(try revision(withHenan()) == first)
        #expect(try revision(PackFolder()) != first)
        try folder.replace("workingDays: 7", by: "workingDays: 6", in: "provinces/CN-HA.yaml")
        #expect(try revision(folder) != first)
    }

    @Test(arguments: PolicyPackLoader.files)
    func everyFileOfThePackIsInItsRevision(file: String) throws {
        let folder = try PackFolder()
        let first = try PolicyRevision.clocks(in: folder.url)
        let text = try folder.text(of: file)
        try (text + "# changed\n").write(to: folder.url.appending(path: file), atomically: true, encoding: .utf8)
        #expect(try PolicyRevision.clocks(in: folder.url) != first)
    }

    @Test func whatMovesFromOneFileToAnotherIsAnotherRevision() throws {
        let folder = try PackFolder()
        let first = try PolicyRevision.clocks(in: folder.url)
        try FileManager.default.moveItem(at: folder.url.appending(path: "scripts.yaml"), to: folder.url.appending(path: "script.yaml"))
        #expect(try PolicyRevision.clocks(in: folder.url) != first)
    }

    @Test func aClockACategoryAProvinceAUnitOrASignWithoutWordsIsAFault() throws {
        let folder = try PackFolder()
        for words in [
            "  - {of: clock, code: refund, zh: 退费, en: refund}\n", "  - {of: category, code: network, zh: 网络质量, en: network quality}\n",
            "  - {of: unit, code: sales-channels, zh: 销售渠道部, en: sales channels}\n",
            "  - {of: clock, code: urged-often, zh: 多次催办, en: urged again and again}\n",
            "  - {of: province, code: CN-XJ, zh: 新疆维吾尔自治区, en: Xinjiang}\n",
        ] { try folder.replace(words, by: "", in: "templates.yaml") }
        let found = faults(folder)
        for word in ["clock refund", "category network", "unit sales-channels", "clock urged-often", "province CN-XJ"] {
            #expect(
                found.contains {
                    $0.hasPrefix("templates.yaml:")
                        && $0.hasSuffix("words have none for the \(word); expected what people are to read, zh and en")
                },
                "\(word): \(found)")
        }
    }

    @Test func missingWordsAreReportedTogetherWithAllOtherFaults() throws {
        // Given a pack that lacks words, a channel's name and a role, and has a wrong figure, a file that cannot be read and laws of another version.
        let folder = try PackFolder()
        try folder.replace("  - {of: clock, code: refund, zh: 退费, en: refund}\n", by: "", in: "templates.yaml")
        try folder.replace("name: \"10000号\"", by: "name: \" \"", in: "channels.yaml")
        try folder.replace("roles: {value: [reviewer]", by: "roles: {value: [critic]", in: "roles.yaml")
        try folder.replace("calendar: china\n", by: "calendar: mars\n", in: "clocks.yaml")
        try folder.remove("risk.yaml")
        try folder.replace("version: \"2019.1\"", by: "version: \"2027.1\"", in: "laws.yaml")

        // When it is checked, then all of that is said at once, each fault once.
        let found = faults(folder)
        for part in [
            "words have none for the clock refund", "has no words for hotline", "is not one of the roles", "clocks.yaml:",
            "risk.yaml: cannot be read",
            "laws.yaml:1: version is not that of the pack",
        ] {
            #expect(found.contains { $0.contains(part) }, "\(part): \(found)")
        }
        #expect(Set(found).count == found.count, "\(found)")
    }

    @Test func aChannelWithoutANameIsAFault() throws {
        let folder = try PackFolder()
        let line = try folder.replace("name: \"10000号\"", by: "name: \" \"", in: "channels.yaml")
        #expect(
            faults(folder) == ["channels.yaml:\(line): channels[0].name has no words for hotline; expected what people call the channel"])
    }

    @Test func aFigureOfALawThatHasEndedIsAFault() throws {
        let folder = try PackFolder()
        try folder.replace("    from: 2016-07-30\n", by: "    from: 2016-07-30\n    until: 2026-12-31\n", in: "laws.yaml")
        #expect(faults(folder, on: "2026-12-31").isEmpty)
        let late = faults(folder, on: "2027-01-01")
        #expect(
            late.contains {
                $0.contains("clocks.answer.allowance comes from Order 35, which ended on 2026-12-31; expected a law in force on 2027-01-01")
            }, "S043: a law that has ended must not stand behind a figure: \(late)")
        #expect(faults(folder).isEmpty, "whoever names no day is told of none")
    }

    @Test func aFigureOfALawThatIsNotYetInForceIsAFault() throws {
        let folder = try PackFolder()
        try folder.replace("    from: 2016-07-30\n", by: "    from: 2027-07-01\n", in: "laws.yaml")
        let early = faults(folder, on: "2027-06-30")
        #expect(
            early.contains {
                $0.contains("comes from Order 35, which is in force from 2027-07-01 only; expected a law in force on 2027-06-30")
            }, "\(early)")
        #expect(faults(folder, on: "2027-07-01").isEmpty)
    }

    @Test func aPackForALaterDayIsHeldToItsOwnFirstDay() throws {
        let folder = try PackFolder()
        try folder.replace("    from: 2016-07-30\n", by: "    from: 2027-07-01\n", in: "laws.yaml")
        try folder.replace("effective: {from: 2019-02-19}", by: "effective: {from: 2027-07-01}", in: "laws.yaml")
        #expect(faults(folder, on: "2026-11-30").isEmpty)
    }

    @Test func theShippedPackIsWholeToday() {
        #expect(PolicyPackCheck(directory: PackFolder.china, on: CivilDate("2026-11-30")).faults.isEmpty)
    }
}
