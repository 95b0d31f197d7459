import Moments
import Testing

@testable import Domain
@testable import Reporting

struct AppealFormTests {
    private func october() -> ReportYear {
        var year = ReportYear()
        year.register("2026-09-05T09:00:00+08:00", level: .appeal)
        for line in ["a", "a", "b"] as [LineToken] { year.register("2026-10-05T09:00:00+08:00", level: .appeal, line: line) }
        year.register("2026-10-06T09:00:00+08:00", category: "network", level: .appeal, line: "a")
        year.register("2026-10-07T09:00:00+08:00", line: "c", unmet: [.complainedFirst])
        return year
    }

    @Test func validAppealsAreAllButDuplicatesAndThoseNotAccepted() throws {
        let form = AppealForm(try october().report(users: 2_000_000))
        #expect(form.total.current == 5, "S013: 申诉总量")
        #expect(form.duplicates.current == 1, "same line and same problem; another problem of the line is none")
        #expect(form.invalid.current == 1)
        #expect(form.valid.current == 3, "S013: 有效单量 = 申诉总量 − 重复单量 − 无效单量")
        #expect(form.refusals.map(\.ground) == ["complained-first"], "who has to complain first has complained now (S021)")
        #expect(form.classes.map(\.current) == [0, 3, 1, 0], "S013: 用户服务, 收费争议, 网络质量, other")
        #expect(form.perMillion == 250, "5 appeals of 2 million users: 2.50 a million")
    }

    @Test func theMonthIsComparedWithTheMonthBefore() throws {
        let form = AppealForm(try october().report())
        #expect(form.total.change == 40_000, "from 1 to 5: +400.00 %")
        #expect(form.total.changeOnYear == nil)
        #expect(form.perMillion == nil)
    }

    /// What came to an open complaint became no complaint of its own, and has come in all the same.
    @Test func whatJoinedAnOpenComplaintHasComeIn() throws {
        var year = ReportYear()
        let open = year.register("2026-10-01T09:00:00+08:00", line: "d")
        year.ledger.note(.urged(Self.urged(open, 1, .tooEarly, [.complainedFirst])))
        year.ledger.note(.urged(Self.urged(open, 2, .refused, [.notBeforeAppealBody])))
        year.ledger.note(.urged(ComplaintUrged(complaint: open, channel: "hotline", count: 3, at: at("2026-10-10T09:00:00+08:00"))))
        let form = AppealForm(try year.report())
        #expect(form.total.current == 2, "S013: 申诉总量 is all that the bodies sent; an urge is none")
        #expect(form.invalid.current == 1 && form.duplicates.current == 1 && form.valid.current == 0, "S013: it adds up")
        #expect(form.refusals.map(\.ground) == ["complained-first"])
        #expect(try year.report("2026-11").current[.appealsJoined] == 0)
    }

    @Test func anAppealThatIsNeverCompleteIsNotAcceptedAndInItsProvince() throws {
        var ledger = ReportLedger()
        let line = LineReference(token: "e", masked: "138****8000")
        ledger.note(
            .informationRequired(
                ComplaintInformationRequired(
                    complaint: "C7", line: line, channel: "miit", province: "CN-JS", language: .chinese,
                    personal: SealedText(ciphertext: "sealed"), missing: ["demand"], askedAt: at("2026-10-01T09:00:00+08:00"),
                    appeal: Self.record(.incomplete, [.writtenForm]))))
        ledger.note(.withdrawn(ComplaintWithdrawn(complaint: "C7", at: at("2026-10-05T09:00:00+08:00"))))
        let period = try #require(ReportPeriod("2026-10"))
        let form = AppealForm(
            ledger.report(
                ReportLedger.Request(period: period, provinces: ["CN-JS"], asOf: at("2026-11-01T00:00:00+08:00")), by: .fixture()))
        #expect(form.total.current == 1 && form.invalid.current == 1)
        #expect(form.refusals.map(\.ground) == ["written-form"])
    }

    private static func record(_ outcome: AppealOutcome, _ unmet: [AppealPoint]) -> AppealRecord {
        AppealRecord(
            body: "miit", caseNumber: nil, appealedOn: CivilDate(daysSinceEpoch: 20_000), acceptedOn: nil, complaint: nil,
            assessment: AppealAssessment(
                outcome: outcome, findings: unmet.map { AppealFinding(point: $0, verdict: .failed) }, venue: "miit", mayAppealFrom: nil,
                lastDay: nil), statement: nil)
    }

    private static func urged(
        _ complaint: ComplaintNumber, _ count: Int, _ outcome: AppealOutcome, _ unmet: [AppealPoint]
    ) -> ComplaintUrged {
        ComplaintUrged(
            complaint: complaint, channel: "miit", count: count, at: at("2026-10-0\(count + 4)T09:00:00+08:00"),
            appeal: record(outcome, unmet))
    }
}
