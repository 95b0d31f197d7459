import Testing

@testable import Domain

/// What the customer who appealed is told when the appeal comes in: what follows, why, and whose it is to decide.
struct AppealNoticeTests {
    private static func record(
        _ outcome: AppealOutcome, failing points: [AppealPoint] = [], unknown: [AppealPoint] = [], venue: AppealBody = "CN-JS",
        accepted: Bool = false
    ) -> AppealRecord {
        let findings = AppealPoint.allCases.map { point in
            AppealFinding(point: point, verdict: points.contains(point) ? .failed : unknown.contains(point) ? .unknown : .met)
        }
        return AppealRecord(
            body: "CN-JS", caseNumber: "SH-7", appealedOn: CivilDate(daysSinceEpoch: 20_514),
            acceptedOn: accepted ? CivilDate(daysSinceEpoch: 20_515) : nil, complaint: nil,
            assessment: AppealAssessment(
                outcome: outcome, findings: findings, venue: venue, mayAppealFrom: CivilDate(daysSinceEpoch: 20_530), lastDay: nil),
            statement: nil)
    }

    private static func told(_ record: AppealRecord, language: Language = .chinese) throws -> NotificationRequested {
        var scenario = try NoticeScenario.china()
        let events = try scenario.when(.registered(language: language, appeal: record))
        return try #require(events.requests.first { $0.template.rawValue.hasPrefix("appeal") })
    }

    @Test func whatIsNotToBeAcceptedIsToldWithItsReasonsAndWhoseItIsToDecide() throws {
        let chinese = try Self.told(Self.record(.refused, failing: [.inTime, .notElsewhere]))
        #expect(chinese.template == "appeal-not-accepted")
        #expect(chinese.text.contains("已超过申诉期限、人民法院"), "S016–S020: each reason")
        #expect(chinese.text.contains("江苏省的电信用户申诉受理机构"), "S016: the body of the respondent's province")
        #expect(chinese.text.contains("复核"), "S040: the other way")
        let english = try Self.told(Self.record(.otherVenue, failing: [.venue], venue: "miit"), language: .english)
        #expect(english.text.contains("it is not this appeal body's"))
        #expect(english.text.contains("the appeal centre of the Ministry of Industry"), "S017: the ministry's centre")
    }

    @Test func whoHasNotAskedTheOperatorIsToldSinceWhenTheyMayAppealAndWhere() throws {
        let early = try Self.told(Self.record(.tooEarly, failing: [.complainedFirst]))
        #expect(early.template == "appeal-too-early")
        #expect(early.text.contains("您可以自2026-03-18起向江苏省的电信用户申诉受理机构提出申诉"), "S015: from the day the time is over")
        let first = try Self.told(Self.record(.complainFirst), language: .english)
        #expect(first.template == "appeal-complain-first")
        #expect(first.text.contains("you may appeal to the telecom user appeal body of Jiangsu"), "S021: the operator is asked first")
    }

    @Test func anAppealThatJoinsAnOpenComplaintIsToldToo() throws {
        var scenario = try NoticeScenario.china()
        try scenario.when(.registered())
        let urged = ComplaintUrged(
            complaint: NoticeScenario.complaint, channel: "communications-administration", count: 2, at: NoticeScenario.time("12:00"),
            appeal: Self.record(.tooEarly))
        let events = try scenario.when(.complaint(.urged(urged)))
        #expect(events.told == ["urged → customer", "appeal-too-early → customer"])
        #expect(try scenario.when(.complaint(.urged(urged))).isEmpty)
    }

    @Test func whatIsUnknownIsAskedAndWhatTheBodyHasDecidedIsNotJudged() throws {
        let inquiry = try Self.told(Self.record(.inquire, unknown: [.directInterest]))
        #expect(inquiry.text.contains("请补充说明:您与申诉事项有何直接利害关系。"), "S018: direct interest")
        let accepted = try Self.told(Self.record(.refused, failing: [.inTime], accepted: true))
        #expect(accepted.template == "appeal-received" && accepted.text.contains("申诉受理机构已受理"))
        #expect(!accepted.text.contains("已超过申诉期限"))
    }

    @Test(arguments: AppealOutcome.allCases)
    func everyOutcomeIsToldInBothLanguagesWithoutABareCode(outcome: AppealOutcome) throws {
        for language in Language.allCases {
            let text = try Self.told(Self.record(outcome, failing: AppealPoint.allCases), language: language).text
            for code in ["CN-JS", outcome.rawValue, "in-time", "{{"] where code.contains("-") || code == "{{" {
                #expect(!text.contains(code), "\(language) \(code)")
            }
        }
    }
}
