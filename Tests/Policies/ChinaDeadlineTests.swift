import Foundation
import Testing

@testable import Domain
@testable import Policies

/// The deadlines of the shipped pack, each reached by the complaint the rule speaks of.
struct ChinaDeadlineTests {
    private static let line = LineReference(token: "line-1", masked: "138****8000")

    private func time(_ text: String) throws -> Instant { try #require(Instant("\(text)+08:00")) }

    private func registered(
        _ received: Instant, province: Province = "CN-JS", level: ChannelLevel = .provincial, nature: Nature = .ordinary,
        flags: [Flag] = [], disputed: Money? = nil
    ) -> SLAInput {
        .complaint(
            .registered(
                ComplaintRegistered(
                    complaint: "C1", line: Self.line, channel: "hotline", level: level, province: province, category: "billing",
                    nature: nature, flags: flags, language: .chinese, personal: SealedText(ciphertext: "sealed"), receivedAt: received,
                    registeredAt: received,
                    repeatOf: nil, disputedAmount: disputed, settledOnSpot: false, policyVersion: "2019.1")))
    }

    private func dispatched(_ at: Instant, priority: Int = 3) -> SLAInput {
        .workOrder(
            .dispatched(
                WorkOrderDispatched(
                    complaint: "C1", workOrder: "W1", unit: "marketing", firstContact: "hotline-centre", priority: priority,
                    line: Self.line,
                    channel: "hotline", level: .provincial, province: "CN-JS", category: "billing", nature: .ordinary, at: at,
                    policyVersion: "2019.1")))
    }

    /// What the inputs have come to at a time, by clock.
    private func explained(_ inputs: [SLAInput], at now: Instant) throws -> [ClockName: ClockExplanation] {
        let policy = try PolicyPackLoader.load(directory: PackFolder.china).clocks
        var file: ClockState?
        for input in inputs {
            let context = DecisionContext(now: now, policy: policy, serial: Serial(lane: 0, number: 1))
            file = try SLADecider.decide(input, given: file, in: context).state
        }
        return Dictionary(
            try SLADecider.explain(try #require(file), policy: policy, at: now).map { ($0.clock, $0) },
            uniquingKeysWith: { _, last in last })
    }

    /// The alerts of one clock, by threshold, while nothing more happens.
    private func alerts(_ inputs: [SLAInput], of clock: ClockName, until end: Instant) throws -> [Alert] {
        let policy = try PolicyPackLoader.load(directory: PackFolder.china).clocks
        var file: ClockState?
        var due: Instant?
        var alerts: [Alert] = []
        for input in inputs {
            let context = DecisionContext(now: try time("2026-01-01T00:00:00"), policy: policy, serial: Serial(lane: 0, number: 1))
            let decision = try SLADecider.decide(input, given: file, in: context)
            (file, due) = (decision.state, decision.due)
        }
        while let wake = due, wake <= end {
            let decision = try SLADecider.decide(
                .wake, given: file, in: DecisionContext(now: wake, policy: policy, serial: Serial(lane: 0, number: 2)))
            (file, due) = (decision.state, decision.due)
            alerts += decision.events.compactMap(\.alert).filter { $0.clock == clock }
        }
        return alerts
    }

    @Test func theOperatorAnswersWithinFifteenDaysAndTheStartDayIsNotCounted() throws {
        let received = try time("2026-09-20T23:59:59")
        let answer = try #require(explained([registered(received)], at: received)["answer"])
        #expect(answer.dueAt == (try time("2026-10-06T00:00:00")), "S014: complained on 20 September, to be answered by 5 October 24:00")
        #expect(answer.rule == "Order 35 art. 8", "S137: the limit of a class has its source")
        #expect(answer.steps.first?.reason == .startDay)
        #expect(answer.steps.filter { $0.counted > PolicyDuration(.zero) }.count == 15)
        let breach = try #require(
            alerts([registered(received)], of: "answer", until: try time("2026-12-01T00:00:00")).first { $0.threshold == 100 })
        #expect(
            breach.firedAt == (try time("2026-10-06T00:00:00")), "S015: from the sixteenth day on the customer may appeal, and it is said")
        #expect(breach.to == ["provincial-customer-service"], "S189: the step of the ladder has its own recipients")
    }

    @Test func aProvincesOwnLawIsShorterOrLonger() throws {
        let received = try time("2026-09-30T16:00:00")
        let henan = try #require(explained([registered(received, province: "CN-HA")], at: received)["answer"])
        #expect(henan.dueAt == (try time("2026-10-14T00:00:00")), "S137: Henan's five working days, over the National Day")
        let chongqing = try #require(explained([registered(received, province: "CN-CQ")], at: received)["answer"])
        #expect(chongqing.dueAt == (try time("2026-10-28T00:00:00")), "S137: Chongqing's fifteen working days")
    }

    @Test func silenceTowardsTheCustomerIsWarnedOf() throws {
        let received = try time("2026-09-21T09:00:00")
        let warned = try alerts([registered(received)], of: "first-contact", until: received.adding(.days(5)))
        #expect(warned.first?.firedAt == received.adding(.hours(24)), "S027: nobody has spoken to the customer for a day")
        #expect(warned.map(\.threshold) == [50, 100, 200], "S093: the shortest response is watched, and the ladder climbed")
        #expect(warned.map(\.step) == [0, 1, 2], "S179: a warning, then the disposal")
    }

    @Test(arguments: [
        (ChannelLevel.provincial, Nature.ordinary, [Flag](), "3 working days"),
        (.provincial, .ordinary, [.skipLevel], "2 working days"),
        (.groupLevel, .ordinary, [], "2 working days"),
        (.appeal, .ordinary, [], "2 working days"),
        (.provincial, .major, [], "8h of working time"),
    ])
    func eachClassHasItsOwnLimitForTheUnit(level: ChannelLevel, nature: Nature, flags: [Flag], allowance: String) throws {
        let at = try time("2026-09-21T09:00:00")
        let solve = try #require(
            explained([registered(at, level: level, nature: nature, flags: flags), dispatched(at)], at: at)["solve"])
        #expect(solve.allowance == allowance, "S170: the unit answers within the limit of the class")
        #expect(solve.startedOn == .dispatched, "S193: its limit runs from the dispatch")
    }

    @Test func everyStepOfTheProcessHasItsClock() throws {
        let names = try PolicyPackLoader.load(directory: PackFolder.china).clocks.current.policy.clocks.map(\.name)
        #expect(
            Set([
                "first-contact", "solve", "coordination", "review", "answer", "customer-review", "follow-up", "archive", "refund",
                "major-report", "appeal-decision", "appeal-forward", "appeal-answer", "appeal-reply", "mediation",
            ]).isSubset(of: Set(names)),
            "S197: 5.2, a time limit for each step of handling")
        #expect(names.contains("archive"), "S186: the work order is watched from end to end")
    }

    @Test func aRefundAskedForIsPaidWithinFifteenDays() throws {
        let received = try time("2026-09-01T10:00:00")
        let demand = registered(received, disputed: Money(minorUnits: 5_000))
        #expect(try explained([registered(received)], at: received)["refund"]?.status == .waiting)
        let refund = try #require(explained([demand], at: received)["refund"])
        #expect(refund.dueAt == (try time("2026-09-17T00:00:00")), "S137: fifteen days from the customer's demand")
        #expect(refund.rule.contains("art. 8, 10"))
        let settled = SLAInput.claim(
            .settled(
                ClaimSettled(
                    complaint: "C1", claim: "K1", amount: Money(minorUnits: 5_000), paymentKey: "k", reference: nil,
                    at: received.adding(.days(3)))))
        let found = SLAInput.workOrder(
            .liabilityFound(
                WorkOrderLiabilityFound(
                    complaint: "C1", workOrder: "W1", liability: .operatorNotAtFault, ground: nil, amount: nil, quantity: nil, by: "A1",
                    at: received.adding(.days(2)))))
        for (end, moment) in [(settled, ClockMoment.claimSettled), (found, .notAtFault)] {
            for inputs in [[demand, end], [end, demand]] {
                let ended = try #require(explained(inputs, at: received.adding(.days(4)))["refund"])
                #expect(ended.endedOn == moment)
                #expect(ended.status == .met)
            }
        }
    }

    @Test(arguments: [(1, 2, 1), (2, 8, 0), (3, 24, 0), (4, 48, 0)])
    func eachGradeHasAResponseTimeOfItsOwn(priority: Int, hours: Int, step: Int) throws {
        let sent = try time("2026-09-04T17:30:00")
        let inputs = [registered(sent.adding(.hours(-1))), dispatched(sent, priority: priority)]
        for inputs in [inputs, Array(inputs.reversed())] {
            let response = try #require(explained(inputs, at: sent)["response"])
            #expect(response.dueAt == sent.adding(.hours(hours)), "S106: a response time of each grade")
            #expect(response.rule.contains("S106") && response.rule.contains("unconfirmed"))
            let alerts = try alerts(inputs, of: "response", until: sent.adding(.days(3)))
            #expect(alerts.map(\.threshold) == [100] && alerts.map(\.step) == [step])
        }
        let accepted = SLAInput.workOrder(
            .accepted(WorkOrderAccepted(complaint: "C1", workOrder: "W1", unit: "marketing", by: "A1", at: sent.adding(.hours(1)))))
        let met = try #require(explained(inputs + [accepted], at: sent.adding(.days(3)))["response"])
        #expect(met.status == .met && met.endedOn == .accepted)
    }

    private func step(_ step: AppealStep, _ taken: Instant) -> SLAInput {
        .workOrder(
            .appealStepRecorded(
                WorkOrderAppealStepRecorded(
                    complaint: "C1", workOrder: "W1", step: step, takenAt: taken, document: nil, by: "A1", at: taken.adding(.days(1)))))
    }

    @Test func theStepsOfAnAppealHaveTheBodysLimits() throws {
        let received = try time("2026-09-18T10:00:00")
        let appeal = registered(received, level: .appeal)
        let armed = try explained([appeal], at: received)
        #expect(armed["appeal-decision"]?.dueAt == (try time("2026-09-25T00:00:00")), "S137: five working days, Order 35 art. 14")
        #expect(armed["appeal-reply"]?.dueAt == (try time("2026-10-19T00:00:00")), "S137: thirty days, Telecom Regulations art. 39")
        #expect(armed["appeal-answer"]?.dueAt == (try time("2026-09-29T00:00:00")), "S183: ten days, unconfirmed")
        let accepted = received.adding(.days(2))
        let forwarded = received.adding(.days(3))
        let steps = [appeal, step(.accepted, accepted), step(.forwarded, forwarded), step(.mediationOpened, received.adding(.days(5)))]
        for inputs in [steps, Array(steps.reversed())] {
            let told = try explained(inputs, at: received.adding(.days(6)))
            #expect(told["appeal-decision"]?.endedAt == accepted)
            #expect(told["appeal-forward"]?.status == .met)
            #expect(told["appeal-answer"]?.startedAt == forwarded, "S183: the operator's days count from when the body passed it on")
            #expect(told["mediation"]?.dueAt == (try time("2026-10-24T00:00:00")), "S012: thirty days of mediation, unconfirmed")
        }
        let chongqing = try explained([registered(received, province: "CN-CQ", level: .appeal), step(.accepted, accepted)], at: accepted)
        #expect(chongqing["appeal-decision"]?.dueAt == (try time("2026-09-19T00:00:00")), "S137: Chongqing decides on the day of receipt")
        #expect(chongqing["mediation-chongqing"]?.dueAt == (try time("2026-10-21T00:00:00")))
        let henan = try explained([registered(received, province: "CN-HA", level: .appeal)], at: received)
        #expect(henan["appeal-reply"]?.dueAt == (try time("2026-10-04T00:00:00")))
    }

    @Test func aSecondLookAndAFollowUpHaveTheirClocks() throws {
        let start = try time("2026-09-21T09:00:00")
        func told(_ days: Int) -> SLAInput {
            .workOrder(
                .customerTold(
                    WorkOrderCustomerTold(
                        complaint: "C1", workOrder: "W1", answer: SealedText(ciphertext: "sealed"), satisfied: nil, by: "A1",
                        at: start.adding(.days(days)))))
        }
        let asked = SLAInput.workOrder(
            .reviewRequested(
                WorkOrderReviewRequested(
                    complaint: "C1", workOrder: "W1", round: 1, unit: "marketing", reason: "not content", by: "A1",
                    at: start.adding(.days(2)))))
        let followed = SLAInput.workOrder(
            .followedUp(
                WorkOrderFollowedUp(
                    complaint: "C1", workOrder: "W1", reached: true, satisfaction: 5, resolved: true, otherProblems: nil, by: "A1",
                    at: start.adding(.days(1)))))
        let first = [registered(start), dispatched(start), told(0)]
        #expect(
            try explained(first, at: start)["follow-up"]?.dueAt == (try time("2026-09-25T00:00:00")),
            "S137: three working days, unconfirmed")
        #expect(try explained(first + [followed], at: start.adding(.days(2)))["follow-up"]?.endedOn == .followedUp)
        let reviewed = try explained(first + [asked], at: start.adding(.days(2)))
        #expect(reviewed["customer-review"]?.status == .running, "S137: the second look has a limit of its own")
        #expect(reviewed["solve"]?.startedOn == .reviewRequested)
        #expect(reviewed["archive"]?.endedOn == .reviewRequested)
        let again = try explained(first + [asked, told(4)], at: start.adding(.days(4)))
        #expect(again["customer-review"]?.status == .met)
        #expect(again["archive"]?.startedAt == start.adding(.days(4)))
    }

    @Test func aComplaintDeclaredMajorIsHeldToAMajorOnesLimitsFromThenOn() throws {
        let start = try time("2026-09-21T09:00:00")
        let declaredAt = start.adding(.days(1))
        let declared = SLAInput.workOrder(
            .majorDeclared(
                WorkOrderMajorDeclared(
                    complaint: "C1", workOrder: "W1", ground: .groupComplaint, evidence: "E1", alert: nil, by: "A1", at: declaredAt)))
        let clocks = try explained([registered(start), dispatched(start), declared], at: declaredAt)
        #expect(clocks["solve"]?.allowance == "8h of working time", "S134: found true by a person, it is a major complaint")
        #expect(clocks["solve"]?.startedAt == declaredAt)
        #expect(clocks["major-report"]?.dueAt == declaredAt.adding(.hours(1)), "S179: and is reported at once")
        let alerts = try alerts([registered(start), dispatched(start), declared], of: "solve", until: start.adding(.days(9)))
        #expect(alerts.map { "\($0.cycle)/\($0.threshold)" } == ["2/70", "2/100", "2/200"], "the cycle before it is judged as it was")
        #expect(Set(alerts.map(\.nature)) == [.major])
    }

    @Test func theSignsOfAnAbnormalWorkOrderAreTheOperatorsToSet() throws {
        let signs = try #require(PolicyPackLoader.load(directory: PackFolder.china).clocks.current.abnormal?.signs)
        #expect(
            signs.map(\.name) == [
                "transferred-often", "urged-often", "answer-returned-often", "review-requested-often", "held-long", "no-first-contact",
                "answer-untold",
            ], "S205: annex 1, the abnormal work orders are defined in the policy")
        #expect(signs.allSatisfy { $0.grades.source.contains("unconfirmed") })
        #expect(signs.allSatisfy { Set($0.grades.value.map(\.level)).count == $0.grades.value.count }, "S139: each sign warns in grades")
    }

    @Test func aFaultOfASignIsToldWithItsLine() throws {
        let folder = try PackFolder()
        let first = try folder.replace("{at: 5, level: 1, step: 2}", by: "{at: 1, level: 4, step: 9, to: [nobody]}", in: "abnormal.yaml")
        let second = try folder.replace("name: held-long", by: "name: answer", in: "abnormal.yaml")
        let error = #expect(throws: PolicyError.self) { try PolicyPackLoader.load(directory: folder.url) }
        #expect(
            Set((error?.faults ?? []).map { "\($0.file):\($0.line ?? 0) \($0.path)" }) == [
                "abnormal.yaml:\(first) signs[0].grades.value[2].at", "abnormal.yaml:\(first) signs[0].grades.value[2].level",
                "abnormal.yaml:\(first) signs[0].grades.value[2].step", "abnormal.yaml:\(first) signs[0].grades.value[2].to[0]",
                "abnormal.yaml:\(second) signs[4].name",
            ])
    }
}
