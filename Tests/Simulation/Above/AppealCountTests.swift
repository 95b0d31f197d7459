import Contracts
import Domain
import Moments
import Policies
import Reporting
import Testing
import World

/// Every appeal that came in is in the quarterly report to the telecom administration, once (S013).
struct AppealCountTests {
    private static func form(_ scenario: ServicesScenario, _ period: String) throws -> AppealForm {
        var ledger = ReportLedger()
        for event in scenario.complaints { ledger.note(event) }
        for event in scenario.workOrders { ledger.note(event, of: event.complaint) }
        let request = ReportLedger.Request(period: try #require(ReportPeriod(period)), asOf: scenario.now)
        return AppealForm(ledger.report(request, by: try ReportingPackLoader.load(directory: AboveStories.folder).reports))
    }

    @Test func whatCameInIsWhatIsValidTwiceOrNotAccepted() throws {
        let scenario = try AboveStories.begin(at: at("2026-03-02T09:00:00+08:00"))
        let urged = try #require(scenario.complains("13800001001").registrations.first).complaint
        scenario.complains("13800001002")
        scenario.reach(at("2026-03-05T09:00:00+08:00"))

        // Too early: it urges the open complaint.
        #expect(scenario.appeals("13800001001", "A-1").urges.count == 1)
        // Never complained: it is a complaint now.
        let first = scenario.appeals("13800001003", "A-2") { $0.appeal?.complainedFirst = false }
        let turned = try #require(first.registrations.first)
        #expect(turned.level == .provincial)
        // Incomplete, and taken back before it was complete.
        let asked = scenario.appeals("13800001004", "A-3") {
            $0.appeal?.acceptedOn = nil
            $0.appeal?.complainedOn = CivilDate("2026-02-01")
            $0.demand = nil
        }
        #expect(asked.registrations.isEmpty, "\(asked)")
        var withdrawal = IntakeSubmission(.withdrawn, line: "13800001004")
        withdrawal.receivedAt = scenario.now
        scenario.say(withdrawal)
        // Unanswered for fifteen days: an appeal, then the second of the same matter, then the first told again.
        scenario.reach(at("2026-03-20T09:00:00+08:00"))
        let valid = try #require(scenario.appeals("13800001002", "A-4").registrations.first, "\(scenario.troubles)")
        #expect(valid.level == .appeal)
        #expect(scenario.appeals("13800001002", "A-5", on: "miit").urges.count == 1)
        let again = scenario.appeals("13800001002", "A-4")
        #expect(again.urges.isEmpty && again.registrations.isEmpty, "the same case told again is no other appeal: \(again)")
        // Two words of one matter on a channel that Order 35 does not speak of.
        for _ in 1...2 { scenario.appeals("13800001005", "A-6", "network", on: "consumer-association") { $0.appeal?.caseNumber = nil } }

        let form = try Self.form(scenario, "2026-Q1")
        #expect(form.total.current == 7, "S013: 申诉总量 is all that came in")
        #expect(form.duplicates.current == 2, "S013: 重复单, two that came while one of their matter was open")
        #expect(form.invalid.current == 3, "S013: 无效单, too early, turned away, never complete")
        #expect(form.valid.current == 2, "S013: 有效单量 = 申诉总量 − 重复单量 − 无效单量")
        #expect(try Self.form(scenario, "2026-Q2").total.current == 0)
        // And whoever appealed was told what became of it.
        #expect(scenario.told(of: urged).contains("customer appeal-too-early"))
        #expect(scenario.told(of: turned.complaint).contains("customer appeal-complain-first"))
        #expect(scenario.told(of: valid.complaint).contains("customer appeal-received"))
        #expect(scenario.troubles == [])
    }

    @Test func anAppealThatTheBodyRefusesTwiceIsRefusedOnceAndADuplicateIsNotRefusedBesides() throws {
        let scenario = try AboveStories.begin(at: at("2026-01-05T09:00:00+08:00"))
        scenario.complains()
        scenario.reach(at("2026-01-26T09:00:00+08:00"))
        let first = try #require(scenario.appeals("13800001001", "A-1").registrations.first, "\(scenario.troubles)").complaint
        for (index, day) in [27, 28].enumerated() {
            scenario.reach(at("2026-01-\(day)T09:00:00+08:00"))
            scenario.give(.recordAppealStep, on: first, by: "appeals-1") { command in
                command.texts = ["step": "refused", "document": "D-\(index)"]
                command.at = scenario.now
            }
        }
        let form = try Self.form(scenario, "2026-Q1")
        #expect(
            form.total.current == 1 && form.invalid.current == 1 && form.valid.current == 0, "S013: one appeal is one, however often told")
        #expect(scenario.told(of: first).contains("customer appeal-refused"))
        #expect(scenario.troubles == [])
    }
}
