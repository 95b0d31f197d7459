import Moments
import Testing

@testable import Domain

/// Urges, supplements and alerts on an open work order (S058, S070, S139).
struct AttentionTests {
    private func urged(_ count: Int) -> DispatchInput {
        .complaint(
            .urged(ComplaintUrged(complaint: ComplaintScenario.number, channel: "hotline", count: count, at: ComplaintScenario.morning)))
    }

    private let supplemented = DispatchInput.complaint(
        .supplemented(
            ComplaintSupplemented(
                complaint: ComplaintScenario.number, personal: .sample("more"), stillMissing: [], at: ComplaintScenario.morning)))

    @Test func anUrgeReachesTheUnitThatHasTheWorkOrderNow() throws {
        var order = try ComplaintScenario(after: [.transfer(to: "network-operations", reason: "a fault of the network")])
        let events = try order.dispatch.when(urged(1))
        guard case .urged(let reminder)? = events.first else {
            Issue.record("expected an urge, got \(events)")
            return
        }
        #expect(reminder.unit == "network-operations")
        #expect(reminder.count == 1)
        #expect(try order.dispatch.when(urged(1)) == [])
        #expect(try order.dispatch.when(urged(2)).count == 1)
    }

    @Test func whatTheCustomerAddsEndsTheRestThatWaitedForIt() throws {
        var waiting = try ComplaintScenario(after: [.accept, .hold(reason: "waiting-for-customer")])
        #expect(try waiting.dispatch.when(supplemented).map(\.word) == ["resumed"])
        #expect(waiting.status == .accepted)
        #expect(try waiting.dispatch.when(supplemented) == [])
        var appointment = try ComplaintScenario(after: [.accept, .hold(reason: "appointment")])
        #expect(try appointment.dispatch.when(supplemented) == [])
        #expect(appointment.status == .held)
    }

    @Test func aWarningRaisesNothing() throws {
        var order = try ComplaintScenario(after: [.accept])
        let before = order.dispatch.state
        #expect(try order.dispatch.when(ComplaintScenario.alert(80, step: 0)) == [])
        #expect(order.dispatch.state == before)
    }

    @Test func anAlertCallsTheLaddersUnitAndRaisesThePriorityOnce() throws {
        var order = try ComplaintScenario(after: [.accept])
        let events = try order.dispatch.when(ComplaintScenario.alert(100, step: 1))
        guard case .escalated(let escalated)? = events.first else {
            Issue.record("expected an escalation, got \(events)")
            return
        }
        #expect(escalated.to == "provincial-complaint-centre")
        #expect(escalated.priority == 2)
        #expect(escalated.alert == "C20260930003000127/answer/1/100")
        #expect(try order.dispatch.when(ComplaintScenario.alert(100, step: 1)) == [])
        #expect(order.open?.unit == "marketing")
        #expect(order.open?.supervisor == "provincial-complaint-centre")
    }

    @Test func anAlertBeyondTheLadderGoesToItsTopAndNeverLowersThePriority() throws {
        var order = ComplaintScenario()
        try order.registers(ComplaintScenario.complaint(nature: .major))
        _ = try order.dispatch.when(ComplaintScenario.alert(200, step: 9))
        #expect(order.open?.supervisor == "provincial-customer-service")
        _ = try order.dispatch.when(ComplaintScenario.alert(100, step: 1))
        #expect(order.open?.priority == 1)
    }

    @Test func aLadderOutOfOrderIsFaulty() {
        let step = LadderStep(step: 2, unit: Sourced("moon"), priority: Sourced(0))
        let policy = WorkOrderPolicy(
            version: "1", effective: .always,
            holdReasons: [
                HoldReason(code: "appointment", endedBySupplement: false, source: "test"),
                HoldReason(code: "appointment", endedBySupplement: true, source: "test"),
            ], ladder: [step], waitingCommandLimit: Sourced(-1), unknownComplaintTimeout: Sourced(lasting("24h")),
            archiveAfterCustomerTold: nil, archiveWhileClaimOpen: Sourced(.wait), claimExpectedFor: Sourced([]),
            claimExpectedWithin: Sourced(lasting("24h")), supervision: [SupervisionRule(name: "all", when: .when(), unit: Sourced("moon"))],
            urgency: [UrgencyRule(urges: Sourced(0), priority: Sourced(9))],
            review: ReviewRule(unit: Sourced("mars"), byAnotherPerson: Sourced(true), remedies: Sourced([])),
            maliciousMeasures: [
                MaliciousMeasure(code: "explain", name: "explain", kinds: [.false], source: "test"),
                MaliciousMeasure(code: "explain", name: "again", kinds: [.malicious], source: "test"),
            ], partnerPenalties: [], mergerLimit: Sourced(0))
        #expect(
            DispatchRules.fixture(policy).faults().map(\.field) == [
                "holdReasons[1].code", "ladder[0].step", "ladder[0].priority.value", "waitingCommandLimit.value",
                "urgency[0].priority.value", "urgency[0].urges.value", "maliciousMeasures[1].code", "mergerLimit.value",
                "ladder[0].unit.value", "supervision[0].unit.value", "review.unit.value",
            ])
    }
}
