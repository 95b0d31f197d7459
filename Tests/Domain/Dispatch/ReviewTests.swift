import Moments
import Testing

@testable import Domain

/// The second look, what follows the answer, and who watches (S040, S067, S072, S075–S076, S109–S110, S114, S143, S149, S169, S182–S183).
struct ReviewTests {
    private static let dissatisfied: [WorkOrderCommand] = [
        .accept, .answer(.sample("sealed answer")), .approveAnswer, .tellCustomer(satisfied: false),
    ]

    @Test func whoIsNotContentIsToldOfReviewAndAppeal() throws {
        var order = try ComplaintScenario(after: Self.dissatisfied.dropLast())
        guard case .customerTold(let told)? = try order.orders(.tellCustomer(satisfied: false)).first else {
            Issue.record("expected that the customer was told")
            return
        }
        #expect(told.remedies == [.review, .appeal], "S040: further appeal or review")
        guard case .customerTold(let content)? = try order.orders(.tellCustomer(satisfied: true)).first else { return }
        #expect(content.remedies == nil)
    }

    @Test func aReviewIsAnotherPersonsAndItsResultIsTold() throws {
        var order = try ComplaintScenario(after: Self.dissatisfied)
        #expect(try order.orders(.requestReview(reason: "too little")).map(\.word) == ["reviewRequested"], "S075: there is a review")
        #expect(order.status == .accepted)
        let refusal = try #require(try order.orders(.answer(.sample("sealed answer 2"))).first?.refusal)
        #expect(refusal.field == "actor", "S072: objective, so not by who gave the answer")
        try order.orders(.answer(.sample("sealed answer 2")), by: "staff-3003")
        try order.orders(.approveAnswer, by: ComplaintScenario.reviewer)
        guard case .customerTold(let told)? = try order.orders(.tellCustomer(satisfied: nil)).first else {
            Issue.record("expected that the customer was told")
            return
        }
        #expect(told.review == 1 && told.answer == .sample("sealed answer 2"), "S076: the result of the review is fed back")
    }

    @Test func aReviewingUnitOfThePolicyTakesTheWorkOrderOver() throws {
        var order = try ComplaintScenario(.fixture(reviewUnit: "provincial-customer-service"), after: Self.dissatisfied)
        let events = try order.orders(.requestReview(reason: "too little"))
        #expect(events.map(\.word) == ["reviewRequested", "transferred"], "S075: the channel of review")
        #expect(order.open?.unit == "provincial-customer-service" && order.status == .dispatched)
        #expect(order.open?.firstContact == "hotline-centre", "S029, S046: the first contact stays responsible")
    }

    @Test func theAnswersReviewIsASecondPersons() throws {
        var order = try ComplaintScenario(after: [.accept, .answer(.sample("sealed answer"))])
        #expect(try order.orders(.approveAnswer, by: ComplaintScenario.handler).first?.refusal?.field == "actor", "S149: reviews the reply")
        #expect(try order.orders(.approveAnswer, by: ComplaintScenario.reviewer).map(\.word) == ["answerApproved"])
    }

    @Test func theFollowUpIsRecordedAfterTheAnswerAndAfterTheArchive() throws {
        var order = try ComplaintScenario(after: Self.dissatisfied.dropLast() + [.tellCustomer(satisfied: nil)])
        let missed = FollowUpResult(reached: false)
        #expect(try order.orders(.recordFollowUp(missed)).map(\.word) == ["followedUp"])
        #expect(try order.orders(.recordFollowUp(missed)).map(\.word) == ["followedUp"], "S109: each attempt counts")
        try order.orders(.archive)
        let answer = FollowUpResult(reached: true, satisfaction: 2, resolved: false, otherProblems: .sample("sealed"))
        guard case .followedUp(let followed)? = try order.orders(.recordFollowUp(answer)).first else {
            Issue.record("expected the follow-up")
            return
        }
        #expect(followed.satisfaction == 2 && followed.otherProblems == .sample("sealed"), "S110: the result goes to the customer's record")
        #expect(try order.orders(.recordFollowUp(answer)).first?.refusal != nil)
        #expect(
            try order.orders(.recordFollowUp(FollowUpResult(reached: true, satisfaction: 6))).first?.refusal?.field == "data.satisfaction")
    }

    @Test func whoSaysAfterwardsThatItIsNotSettledCanHaveItLookedAtAgain() throws {
        var order = try ComplaintScenario(after: Self.dissatisfied.dropLast() + [.tellCustomer(satisfied: nil)])
        #expect(order.dispatch.due != nil)
        let events = try order.orders(.recordFollowUp(FollowUpResult(reached: true, satisfaction: 1, resolved: false)))
        #expect(events.map(\.word) == ["followedUp", "customerTold"], "S109: other problems are asked for, and have a consequence")
        #expect(order.dispatch.due == nil, "S109: a complaint that is not settled does not archive itself")
        #expect(try order.orders(.requestReview(reason: "not settled")).map(\.word) == ["reviewRequested"], "S040, S075")
    }

    @Test func theStepsOfAnAppealAreRecordedOnceAndAlsoAfterArchiving() throws {
        var order = try ComplaintScenario(of: ComplaintScenario.complaint(level: .appeal))
        try order.goesToTheArchive()
        #expect(order.status == .archived)
        for (day, step) in AppealStep.allCases.enumerated() {
            let time = at("2026-10-01T09:00:00+08:00").adding(.seconds(day * 86_400))
            let command = WorkOrderCommand.recordAppealStep(step, at: time, document: "SH-\(day)")
            #expect(try order.orders(command).map(\.word) == ["appealStepRecorded"], "S183: what the outside bodies do is on record")
            #expect(try order.orders(command).first?.refusal != nil)
        }
    }

    @Test func aSuperiorSupervisesWithAnInstruction() throws {
        var order = ComplaintScenario()
        #expect(
            try order.registers(ComplaintScenario.complaint(nature: .repeat)).map(\.word) == ["dispatched", "supervised"],
            "S182: repeat complaints are supervised")
        let command = WorkOrderCommand.supervise(by: "group-customer-service", reason: "inspection", instruction: "Call today.")
        guard case .supervised(let supervised)? = try order.orders(command, by: "staff-8001").first else {
            Issue.record("expected the supervision")
            return
        }
        #expect(supervised.instruction == "Call today.", "S114: the superior corrects; S144: inspections are followed up")
        #expect(order.open?.supervisor == "group-customer-service", "S143: the group supervises")
        #expect(try order.orders(command).first?.refusal != nil)
        #expect(try order.orders(.supervise(by: "moon", reason: "far", instruction: nil)).first?.refusal?.field == "data.unit")
    }

    @Test func urgingMakesAComplaintMoreUrgent() throws {
        var order = try ComplaintScenario(after: [.accept])
        func urged(_ count: Int) -> DispatchInput {
            .complaint(
                .urged(
                    ComplaintUrged(complaint: ComplaintScenario.number, channel: "hotline", count: count, at: ComplaintScenario.morning)))
        }
        _ = try order.dispatch.when(urged(1))
        #expect(order.open?.priority == 3)
        guard case .urged(let second)? = try order.dispatch.when(urged(2)).first else {
            Issue.record("expected an urge")
            return
        }
        #expect(second.priority == 2 && order.open?.priority == 2, "S067: urgency is part of the priority")
        guard case .urged(let third)? = try order.dispatch.when(urged(3)).first else { return }
        #expect(third.priority == nil)
    }

    @Test func aRestNeedsItsEvidenceAndEndsByItself() throws {
        var order = try ComplaintScenario(after: [.accept])
        #expect(try order.orders(.hold(reason: "third-party")).first?.refusal?.field == "data.evidence", "S072: no pause is made up")
        guard case .held(let held)? = try order.orders(.hold(reason: "third-party", evidence: "REC-1")).first else {
            Issue.record("expected the rest")
            return
        }
        #expect(held.evidence == "REC-1" && held.until == at("2026-10-05T09:00:00+08:00"))
        #expect(order.dispatch.due == at("2026-10-05T09:00:00+08:00"))
        #expect(try order.dispatch.whenDue().map(\.word) == ["resumed"], "S072: handled in time, so it does not rest forever")
        #expect(order.status == .accepted)
    }

    @Test func aPartnersFaultHasItsPenaltyByGrade() throws {
        var order = try ComplaintScenario(after: [.accept])
        let command = WorkOrderCommand.findLiability(
            .operatorAtFault, ground: "wrong-charge", amount: Claims.fen, quantity: nil, partner: "P-0042")
        guard case .liabilityFound(let found)? = try order.orders(command).first else {
            Issue.record("expected the finding")
            return
        }
        #expect(found.partner == "P-0042" && found.penalty == "penalty", "S169: partners are held to a standard, by grades")
    }
}
