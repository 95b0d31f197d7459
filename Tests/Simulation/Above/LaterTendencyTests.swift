import Contracts
import Domain
import Moments
import Testing
import World

/// A customer who threatens to go above while the complaint is being handled: it is handled first from then on (S050, S067).
struct LaterTendencyTests {
    private static func urge(_ scenario: ServicesScenario, _ complaint: ComplaintNumber) -> [ComplaintEvent] {
        var urge = IntakeSubmission(.urged, line: "13800001001")
        urge.complaint = complaint
        urge.channel = "hotline"
        urge.receivedAt = scenario.now
        urge.flags = [.skipLevelTendency]
        return scenario.say(urge)
    }

    @Test func thePriorityOfTheOpenWorkOrderRisesAndTheHandlerIsToldOnce() throws {
        let scenario = try AboveStories.begin(at: at("2026-03-02T09:00:00+08:00"))
        let complaint = try #require(scenario.complains().registrations.first).complaint
        scenario.give(.accept, on: complaint)
        scenario.reach(at("2026-03-04T10:00:00+08:00"))
        #expect(Self.urge(scenario, complaint).reportsUpward.count == 1)
        let flagged = try #require(scenario.workOrders.flaggings.first, "\(scenario.troubles)")
        #expect(flagged.unit == "marketing" && flagged.priority == 2, "S050, S067: high attention, from 3 to 2")
        #expect(scenario.told(of: complaint).contains("marketing staff-work-order-flagged"), "the handler has to know")
        #expect(scenario.told(of: complaint).contains("provincial-customer-service staff-flagged"), "S050: reported upward")
        scenario.reach(at("2026-03-04T11:00:00+08:00"))
        _ = Self.urge(scenario, complaint)
        #expect(scenario.workOrders.flaggings.count == 1, "what is known is told once")
        #expect(scenario.troubles == [])
    }

    @Test func whatWasKnownWhenItWasRegisteredIsNotToldAgain() throws {
        let scenario = try AboveStories.begin(at: at("2026-03-02T09:00:00+08:00"))
        let complaint = try #require(scenario.complains { $0.flags = [.skipLevelTendency] }.registrations.first).complaint
        #expect(scenario.told(of: complaint).contains("provincial-customer-service staff-flagged"))
        #expect(scenario.workOrders.flaggings.isEmpty, "its work order has had the priority from the start")
        #expect(scenario.troubles == [])
    }
}
