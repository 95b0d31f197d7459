import Moments
import Testing

@testable import Domain

/// What comes before the complaint it is about.
struct EarlyInputTests {
    @Test func commandsBeforeTheirComplaintWaitAndAreHandledInOrder() throws {
        var order = ComplaintScenario()
        #expect(try order.orders(.accept).map(\.word) == ["commandWaiting"])
        #expect(try order.orders(.answer(.sample("sealed answer"))).map(\.word) == ["commandWaiting"])
        #expect(order.status == .unregistered)
        #expect(try order.registers().map(\.word) == ["dispatched", "accepted", "answered"])
        #expect(order.status == .answered)
        #expect(order.dispatch.due == nil)
    }

    @Test func whoCommandsAComplaintThatIsNotRegisteredIsToldSoAtOnceAndUntilWhenTheCommandWaits() throws {
        var order = ComplaintScenario()
        guard case .commandWaiting(let waiting)? = try order.orders(.accept).first else {
            Issue.record("expected word that the command waits")
            return
        }
        #expect(waiting.complaint == ComplaintScenario.number)
        #expect(waiting.commandSource == "/desk/nanjing" && waiting.commandID == "cmd-1")
        #expect(waiting.until == at("2026-10-01T09:00:00+08:00"))
        #expect(order.dispatch.due == waiting.until)
    }

    @Test func aWaitingCommandThatIsNotPermittedIsRefusedWhenItsTurnComes() throws {
        var order = ComplaintScenario()
        _ = try order.orders(.archive)
        _ = try order.orders(.accept)
        #expect(try order.registers().map(\.word) == ["dispatched", "commandRejected", "accepted"])
    }

    @Test func beyondTheBoundACommandIsRefusedAsForAnUnknownComplaint() throws {
        var order = ComplaintScenario(.fixture(waitingCommandLimit: 2))
        _ = try order.orders(.accept)
        _ = try order.orders(.hold(reason: "appointment"))
        let fault = try #require(try order.orders(.resume).first?.refusal)
        #expect(fault.field == "data.complaint")
        #expect(fault.problem == "is unknown: no such complaint is registered")
        #expect(try order.registers().map(\.word) == ["dispatched", "accepted", "held"])
    }

    @Test func afterADayWaitingCommandsAreRefusedAndForgotten() throws {
        var order = ComplaintScenario()
        _ = try order.orders(.accept)
        _ = try order.orders(.resume, at: at("2026-09-30T10:00:00+08:00"))
        #expect(order.dispatch.due == at("2026-10-01T09:00:00+08:00"))
        #expect(try order.dispatch.whenDue().map(\.word) == ["commandRejected"])
        #expect(order.dispatch.due == at("2026-10-01T10:00:00+08:00"))
        #expect(try order.dispatch.whenDue().first?.refusal?.field == "data.complaint")
        #expect(order.dispatch.state == nil)
        #expect(order.dispatch.due == nil)
    }

    @Test func beingWokenTooEarlyChangesNothing() throws {
        var order = ComplaintScenario()
        _ = try order.orders(.accept)
        #expect(try order.dispatch.when(.wake, at: at("2026-10-01T08:59:59+08:00")) == [])
        #expect(order.status == .unregistered)
        #expect(try order.dispatch.when(.wake, at: at("2026-10-01T09:00:00+08:00")).count == 1)
        #expect(try order.dispatch.when(.wake) == [])
    }

    @Test func aComplaintThatWaitsForInformationIsNotDispatched() throws {
        var order = ComplaintScenario()
        let asked = ComplaintInformationRequired(
            complaint: ComplaintScenario.number, line: LineScenario.line, channel: "hotline", province: "CN-JS", language: .chinese,
            personal: .sample("sealed"), missing: ["contact"], askedAt: ComplaintScenario.morning)
        #expect(try order.dispatch.when(.complaint(.informationRequired(asked))) == [])
        #expect(order.dispatch.state == nil)
    }

    @Test func aComplaintWithdrawnBeforeItsRegistrationRefusesWhatWaitsForIt() throws {
        var order = ComplaintScenario()
        _ = try order.orders(.accept)
        _ = try order.dispatch.when(ComplaintScenario.alert(100, step: 1))
        let withdrawn = ComplaintWithdrawn(complaint: ComplaintScenario.number, at: ComplaintScenario.morning)
        let events = try order.dispatch.when(.complaint(.withdrawn(withdrawn)))
        #expect(events.map(\.refusal?.problem) == ["was withdrawn before it was registered"])
        #expect(order.dispatch.state == nil)
    }

    @Test func anAlertBeforeItsComplaintRaisesTheWorkOrderOnceThereIsOne() throws {
        var order = ComplaintScenario()
        #expect(try order.dispatch.when(ComplaintScenario.alert(80, step: 0)) == [])
        #expect(order.dispatch.state == nil)
        #expect(try order.dispatch.when(ComplaintScenario.alert(100, step: 1)) == [])
        #expect(try order.dispatch.when(ComplaintScenario.alert(100, step: 1)) == [])
        #expect(try order.registers().map(\.word) == ["dispatched", "escalated"])
        #expect(try order.dispatch.when(ComplaintScenario.alert(100, step: 1)) == [])
    }

    @Test func aClaimBeforeItsComplaintIsRemembered() throws {
        var order = ComplaintScenario()
        _ = try order.dispatch.when(.claim(Claims.proposed()))
        try order.registers()
        #expect(order.open?.claims.unsettled == ["K1"])
    }
}
