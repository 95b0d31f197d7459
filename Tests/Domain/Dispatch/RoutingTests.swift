import Moments
import Testing

@testable import Domain

/// Who solves a complaint, and how urgent it is (S067, S083, S098, S106).
struct RoutingTests {
    private func dispatched(_ complaint: ComplaintRegistered) throws -> WorkOrderDispatched {
        var order = ComplaintScenario()
        let events = try order.registers(complaint)
        guard case .dispatched(let dispatched)? = events.first else {
            throw Fault(field: "", problem: "was not dispatched", expected: "dispatched")
        }
        return dispatched
    }

    @Test func aRegisteredComplaintIsDispatchedWithAllThatOthersNeed() throws {
        let dispatched = try dispatched(ComplaintScenario.complaint())
        #expect(dispatched.complaint == ComplaintScenario.number)
        #expect(dispatched.workOrder == "W20260930003000127")
        #expect(dispatched.unit == "marketing")
        #expect(dispatched.firstContact == "hotline-centre")
        #expect(dispatched.priority == 3)
        #expect(dispatched.policyVersion == "accepted-under-1")
        #expect(dispatched.at == ComplaintScenario.morning)
    }

    @Test func theFirstRouteThatHoldsDecides() throws {
        #expect(try dispatched(ComplaintScenario.complaint(category: "network")).unit == "network-operations")
        #expect(try dispatched(ComplaintScenario.complaint(province: "CN-HA", category: "network")).unit == "provincial-complaint-centre")
        #expect(try dispatched(ComplaintScenario.complaint(category: "network", flags: [.malicious, .roaming])).unit == "roaming-centre")
        #expect(try dispatched(ComplaintScenario.complaint(level: .appeal, category: "network")).unit == "group-supervision-centre")
        #expect(try dispatched(ComplaintScenario.complaint(category: "service")).unit == "provincial-complaint-centre")
    }

    @Test func theFirstRuleOfPriorityThatHoldsDecides() throws {
        #expect(try dispatched(ComplaintScenario.complaint(nature: .major, flags: [.skipLevel])).priority == 1)
        #expect(try dispatched(ComplaintScenario.complaint(flags: [.skipLevelTendency])).priority == 2)
        #expect(try dispatched(ComplaintScenario.complaint(nature: .repeat)).priority == 2)
    }

    @Test func aChannelThatHasLeftThePolicyFallsToTheDefaultUnit() throws {
        #expect(try dispatched(ComplaintScenario.complaint(channel: "telegraph")).firstContact == "provincial-complaint-centre")
    }

    @Test func aComplaintSettledOnTheSpotIsArchivedAtOnceAndNeverDispatched() throws {
        var order = ComplaintScenario()
        let events = try order.registers(ComplaintScenario.complaint(settledOnSpot: true))
        guard events.count == 1, case .archived(let archived)? = events.first else {
            Issue.record("expected one archiving, got \(events)")
            return
        }
        #expect(archived.outcome == .settledOnSpot)
        #expect(archived.workOrder == "W20260930003000127")
        #expect(order.status == .archived)
        #expect(try order.orders(.accept).first?.refusal != nil)
    }

    @Test func aPolicyThatNamesUnknownUnitsIsFaulty() {
        #expect(DispatchRules.fixture().faults() == [])
        let routing = RoutingPolicy(
            version: "1", effective: .always, units: RoutingPolicy.fixture.units.filter { $0.code != "roaming-centre" },
            routes: RoutingPolicy.fixture.routes, defaultUnit: Sourced("moon"), priorities: [], defaultPriority: Sourced(5))
        #expect(routing.faults().map(\.field) == ["routes[0].unit.value", "defaultUnit.value", "defaultPriority.value"])
        let rules = DispatchRules(
            routing: routing, workOrders: .fixture(), investigation: .fixture, major: .fixture, workload: .fixture, channels: .fixture)
        #expect(rules.faults().map(\.field).last == "channels.roaming-hotline.firstContact")
    }
}
