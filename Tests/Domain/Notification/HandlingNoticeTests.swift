import Moments
import Testing

@testable import Domain

/// Reviews, appeals, major and malicious complaints: who is notified of them.
struct HandlingNoticeTests {
    private static let complaint = NoticeScenario.complaint
    private static let workOrder = NoticeScenario.workOrder
    private static let at = NoticeScenario.time("17:00")

    private static func registered() throws -> NoticeScenario {
        var scenario = try NoticeScenario.china()
        try scenario.when(.registered())
        try scenario.when(.dispatched)
        return scenario
    }

    private static func followedUp(
        reached: Bool, satisfaction: Int? = nil, resolved: Bool? = nil, at time: String = "17:00", day: Int = 3
    ) -> NoticeInput {
        .workOrder(
            .followedUp(
                WorkOrderFollowedUp(
                    complaint: complaint, workOrder: workOrder, reached: reached, satisfaction: satisfaction, resolved: resolved,
                    otherProblems: nil, by: "staff-1", at: NoticeScenario.time(time, day: day))))
    }

    private static func appealStep(_ step: AppealStep, reason: AppealPoint? = nil) -> NoticeInput {
        .workOrder(
            .appealStepRecorded(
                WorkOrderAppealStepRecorded(
                    complaint: complaint, workOrder: workOrder, step: step, takenAt: at, document: "M-7", by: "staff-1", at: at,
                    reason: reason)))
    }

    private static let reviewRequested = NoticeInput.workOrder(
        .reviewRequested(
            WorkOrderReviewRequested(
                complaint: complaint, workOrder: workOrder, round: 1, unit: "provincial-complaint-centre", reason: "no reasons given",
                by: "staff-1", at: at)))

    private static func reviewed(answer: SealedText) -> NoticeInput {
        .workOrder(
            .customerTold(
                WorkOrderCustomerTold(
                    complaint: complaint, workOrder: workOrder, answer: answer, satisfied: nil, by: "staff-1", at: at, review: 1)))
    }

    @Test func aReviewIsToldWhenItBeginsAndWhatItCameTo() throws {
        var scenario = try Self.registered()
        try scenario.when(.customerTold())
        #expect(
            try scenario.when(Self.reviewRequested).told == ["review → customer", "staff-review → provincial-complaint-centre"],
            "S040: a dissatisfied customer may ask for a review")
        #expect(scenario.file?.followUp == nil)
        #expect(try scenario.when(.progressRequested()).texts(of: "status").first?.contains("正在复核") == true)
        let events = try scenario.when(Self.reviewed(answer: .sample("second")))
        #expect(events.texts(of: "review-answer").first?.contains("复核结果") == true, "S076: the result of the review is fed back")
        #expect(events.firstSent?.enclosure == .sample("second"))
        #expect(try scenario.when(Self.reviewed(answer: .sample("second"))).isEmpty)
        #expect(scenario.file?.followUp?.asked == 0)
    }

    @Test func mediationIsToldInWritingWithItsDocument() throws {
        var scenario = try Self.registered()
        let events = try scenario.when(Self.appealStep(.mediationAgreed))
        #expect(events.told == ["mediation → customer", "staff-appeal-step → marketing"])
        #expect(events.texts(of: "mediation").first?.contains("调解书已出具,文书编号M-7") == true, "S012: a mediation document may be issued")
        let failed = try scenario.when(Self.appealStep(.mediationFailed))
        #expect(failed.texts(of: "mediation-failed").first?.contains("申请仲裁或者提起诉讼") == true, "S012: where mediation ends without agreement")
    }

    @Test(
        arguments: [
            (.accepted, "appeal-step", "申诉已受理"), (.forwarded, "appeal-step", "申诉已转企业处理"), (.closed, "appeal-closed", "结果由申诉受理机构答复您"),
        ] as [(AppealStep, TemplateName, String)])
    func whoAppealedIsToldEveryStepOfTheBody(step: AppealStep, template: TemplateName, words: String) throws {
        var scenario = try Self.registered()
        let events = try scenario.when(Self.appealStep(step))
        #expect(events.told == ["\(template) → customer", "staff-appeal-step → marketing"], "S089: told how it stands")
        #expect(events.texts(of: template).first?.contains(words + (step == .closed ? "" : ",文书编号M-7")) == true)
    }

    @Test func aRefusalIsToldWithItsReasonInTheCustomersLanguage() throws {
        for (language, expected) in [(.chinese, "已超过申诉期限"), (.english, "the time to appeal is over")] as [(Language, String)] {
            var scenario = try NoticeScenario.china()
            try scenario.when(.registered(language: language))
            let text = try #require(try scenario.when(Self.appealStep(.refused, reason: .inTime)).texts(of: "appeal-refused").first)
            #expect(text.contains(expected) && text.contains("M-7"), "S016–S020: why the body does not take it")
        }
        var scenario = try Self.registered()
        let text = try scenario.when(Self.appealStep(.refused)).texts(of: "appeal-refused").first
        #expect(text?.contains("见申诉受理机构的文书") == true, "no reason is made up")
    }

    @Test func aMajorComplaintIsToldLevelByLevelUntilItIsNone() throws {
        var scenario = try Self.registered()
        let declared = NoticeInput.workOrder(
            .majorDeclared(
                WorkOrderMajorDeclared(
                    complaint: Self.complaint, workOrder: Self.workOrder, ground: .groupComplaint, evidence: "E-1", alert: nil,
                    by: "staff-1",
                    at: Self.at)))
        #expect(try scenario.when(declared).told == ["staff-major → marketing"], "S056: at the first moment")
        func reported(_ unit: Unit, _ step: Int) -> NoticeInput {
            .workOrder(
                .reported(WorkOrderReported(complaint: Self.complaint, workOrder: Self.workOrder, unit: unit, step: step, at: Self.at)))
        }
        #expect(try scenario.when(reported("provincial-customer-service", 1)).told == ["staff-report → provincial-customer-service"])
        #expect(
            try scenario.when(reported("group-customer-service", 2)).told == ["staff-report → group-customer-service"],
            "S056: reported level by level")
        let revoked = NoticeInput.workOrder(
            .majorRevoked(
                WorkOrderMajorRevoked(complaint: Self.complaint, workOrder: Self.workOrder, reason: "one cause", by: "staff-1", at: Self.at)
            ))
        #expect(try scenario.when(revoked).told == ["staff-major-revoked → marketing"])
    }

    @Test func anAbnormalWorkOrderIsToldToItsUnitAndThoseThePolicyNames() throws {
        var scenario = try Self.registered()
        let alert = AbnormalAlert(
            alert: "C20260302003000127/urged-often/1/3", complaint: Self.complaint, sign: "urged-often", occurrence: 1, count: 3,
            lasted: nil,
            level: 2, step: 1, to: ["provincial-customer-service", "marketing"], reachedAt: Self.at, firedAt: Self.at, unit: "marketing",
            province: "CN-JS", category: "billing", nature: .ordinary, rule: "S205")
        let events = try scenario.when(.alert(.abnormal(alert)))
        #expect(events.told == ["staff-abnormal → marketing", "staff-abnormal → provincial-customer-service"], "S139: graded warnings")
        #expect(events.firstSent?.title == "2级异常预警:投诉C20260302003000127")
        #expect(try scenario.when(.alert(.abnormal(alert))).isEmpty)
    }

    @Test func aCallThatReachedTheCustomerEndsTheFollowUp() throws {
        var scenario = try Self.registered()
        try scenario.when(.customerTold())
        for index in 1...2 { try scenario.when(.receipt(index, .delivered), at: "16:01") }
        try scenario.whenDue()
        for index in 3...4 { try scenario.when(.receipt(index, .delivered), at: "16:01", day: 3) }
        #expect(try scenario.when(Self.followedUp(reached: false), at: "17:00", day: 3).isEmpty)
        #expect(scenario.file?.followUp?.due == NoticeScenario.time("17:00", day: 4), "S109: tried again a day after the attempt")
        let events = try scenario.when(Self.followedUp(reached: true, satisfaction: 5, resolved: true, at: "18:00"), at: "18:00", day: 3)
        #expect(events.told == ["confirmation → customer"], "S199: the service is evaluated, and the customer thanked")
        #expect(scenario.file?.followUp == nil)
    }

    @Test(
        arguments: [
            (5, true, ["confirmation → customer"]), (4, nil, ["confirmation → customer"]), (nil, true, ["confirmation → customer"]),
            (2, true, ["appeal-path → customer"]), (5, false, ["appeal-path → customer"]), (3, nil, []), (3, true, []), (nil, nil, []),
        ] as [(Int?, Bool?, [String])])
    func whatTheCustomerSaysOnTheCallIsAnswered(satisfaction: Int?, resolved: Bool?, expected: [String]) throws {
        var scenario = try Self.registered()
        let events = try scenario.when(Self.followedUp(reached: true, satisfaction: satisfaction, resolved: resolved), at: "17:00")
        #expect(events.told == expected)
    }

    @Test func aRiskIsToldToTheCentreAndThoseThePolicyNamesOnce() throws {
        let alert = RiskAlert(
            alert: "risk/CN-JS/billing/same-day/2026-03-02", risk: "risk/CN-JS/billing", rule: "same-day", period: "2026-03-02", update: 1,
            province: "CN-JS", category: "billing", count: 3, atLeast: 3, members: ["C1", "C2", "C3"], level: 2,
            to: ["group-supervision-centre"], firedAt: Self.at, source: "S132")
        var scenario = try NoticeScenario.china()
        let events = try scenario.when(.risk(alert))
        #expect(
            events.told == ["staff-risk → provincial-complaint-centre", "staff-risk → group-supervision-centre"],
            "S139: graded warnings of what is abnormal")
        #expect(events.firstSent?.text.contains("已达3件") == true)
        #expect(try scenario.when(.risk(alert)).isEmpty)
    }
}
