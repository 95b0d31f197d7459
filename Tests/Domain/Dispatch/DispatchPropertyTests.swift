import Moments
import Seeded
import Testing

@testable import Domain

/// What holds in whatever order the topics come.
struct DispatchPropertyTests {
    private static let complaints: [DispatchInput] = [
        .complaint(
            .informationRequired(
                ComplaintInformationRequired(
                    complaint: ComplaintScenario.number, line: LineScenario.line, channel: "hotline", province: "CN-JS",
                    language: .chinese, personal: .sample("sealed"), missing: ["contact"], askedAt: ComplaintScenario.morning))),
        .complaint(.registered(ComplaintScenario.complaint())),
        .complaint(
            .urged(ComplaintUrged(complaint: ComplaintScenario.number, channel: "hotline", count: 1, at: ComplaintScenario.morning))),
        .complaint(
            .urged(ComplaintUrged(complaint: ComplaintScenario.number, channel: "wechat", count: 2, at: ComplaintScenario.morning))),
    ]

    private static let commands: [DispatchInput] = [
        ComplaintScenario.command(.accept, id: "1"),
        ComplaintScenario.command(.findLiability(.operatorAtFault, ground: "wrong-charge", amount: Claims.fen, quantity: nil), id: "2"),
        ComplaintScenario.command(.answer(.sample("sealed answer")), id: "3"),
        ComplaintScenario.command(.approveAnswer, id: "4", by: ComplaintScenario.reviewer),
        ComplaintScenario.command(.tellCustomer(satisfied: true), id: "5"),
        ComplaintScenario.command(.archive, id: "6"),
    ]

    private static let alerts: [DispatchInput] = [
        ComplaintScenario.alert(80, step: 0), ComplaintScenario.alert(100, step: 1), ComplaintScenario.alert(150, step: 2),
    ]

    private static let claims: [DispatchInput] = [
        .claim(Claims.proposed()), .claim(Claims.failed(willRetry: false)), .claim(Claims.settled()),
    ]

    /// Claims follow a finding in truth; here they may even come first, as the topics promise no order.
    @Test(arguments: 1...200 as ClosedRange<UInt64>)
    func inWhateverOrderTheTopicsComeTheSameEndIsReached(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let inputs = random.interleaving(of: [Self.complaints, Self.commands, Self.alerts, Self.claims])
        var order = ComplaintScenario()
        var events: [WorkOrderEvent] = []
        for input in inputs { events += try order.dispatch.when(input) }
        // The claim may have come before the finding that lets expect one; then time tells that no other follows.
        events += try order.dispatch.whenDue()
        #expect(order.status == .archived)
        let course = events.map(\.word).filter { $0 != "urged" && $0 != "escalated" && $0 != "commandWaiting" }
        #expect(
            course == ["dispatched", "accepted", "liabilityFound", "answered", "answerApproved", "customerTold", "archived"])
        #expect(events.count { $0.word == "urged" } == 2)
    }

    @Test(arguments: 1...200 as ClosedRange<UInt64>)
    func aWithdrawalEndsEveryCourseAndNothingFollowsIt(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let withdrawn = DispatchInput.complaint(
            .withdrawn(ComplaintWithdrawn(complaint: ComplaintScenario.number, at: ComplaintScenario.morning)))
        let inputs = random.interleaving(of: [Self.complaints + [withdrawn], Self.commands, Self.alerts, Self.claims])
        var order = ComplaintScenario()
        var events: [WorkOrderEvent] = []
        for input in inputs { events += try order.dispatch.when(input) }
        #expect(order.status == .archived)
        #expect(events.count { $0.word == "archived" } == 1)
        let after = events.drop { $0.word != "archived" }.dropFirst()
        #expect(after.allSatisfy { $0.word == "commandRejected" || $0.word == "urged" })
    }

    @Test(arguments: 1...100 as ClosedRange<UInt64>)
    func repeatingWhatOthersSaidDecidesNothingNew(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let inputs = random.interleaving(of: [Self.complaints, Self.commands, Self.alerts, Self.claims])
        var order = ComplaintScenario()
        for input in inputs {
            _ = try order.dispatch.when(input)
            // A command's repetition is dropped by its id before it comes here.
            if case .command = input { continue }
            let before = order.dispatch.state
            #expect(try order.dispatch.when(input) == [])
            #expect(order.dispatch.state == before)
        }
    }

    /// What the commands, the alerts and the customer's urges leave behind is the same in whatever order they come; the alerts' own order aside.
    @Test(arguments: 1...200 as ClosedRange<UInt64>)
    func inWhateverOrderTheTopicsComeTheOpenWorkOrderIsTheSame(seed: UInt64) throws {
        let commands =
            ([
                .accept, .coordinate(with: "network-operations", province: nil, request: "?"),
                .declareMajor(.publicOpinion, evidence: "RISK-1", alert: nil),
            ] + ComplaintScenario.papers + [
                .answer(.sample("sealed answer")), .recordAppealStep(.forwarded, at: ComplaintScenario.morning, document: nil),
            ]).enumerated().map { ComplaintScenario.command($0.element, id: "\($0.offset)") }
        let supervision = ComplaintScenario.command(
            .supervise(by: "marketing", reason: "inspection", instruction: "Call today."), id: "s")
        let topics = [Self.complaints, seed.isMultiple(of: 2) ? commands + [supervision] : commands, Self.alerts]
        func end(_ inputs: [DispatchInput]) throws -> OpenWorkOrder {
            var order = ComplaintScenario()
            for input in inputs { _ = try order.dispatch.when(input) }
            var open = try #require(order.open)
            open.alerts.sort()
            return open
        }
        var random = SplitMix64(seed: seed)
        let reference = try end(topics.flatMap(\.self))
        #expect(reference.stage.status == .answered && reference.priority == 1)
        #expect(try end(random.interleaving(of: topics)) == reference)
    }

    /// From any state that random inputs lead to, a withdrawal or the plain course of commands still reaches the archive.
    @Test(arguments: 1...100 as ClosedRange<UInt64>)
    func aComplaintCanAlwaysReachTheArchive(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        var order = ComplaintScenario()
        try order.registers()
        let everything = CommandTableTests.commands + [.tellCustomer(satisfied: false), .tellCustomer(satisfied: nil)]
        for _ in 0..<Int.random(in: 0...60, using: &random) {
            let command = everything.randomElement(using: &random) ?? .accept
            if command == .archive { continue }
            try order.orders(command, by: Bool.random(using: &random) ? ComplaintScenario.handler : ComplaintScenario.reviewer)
        }
        _ = try order.dispatch.when(.claim(Claims.denied()))
        try order.goesToTheArchive()
        #expect(order.status == .archived, "S167, S196: the loop is closed; whatever happened, the complaint is handled to its end")
    }

    @Test func whateverComesTheStateStaysSmall() throws {
        var random = SplitMix64(seed: 7)
        var early = ComplaintScenario()
        for number in 1...500 {
            let command = CommandTableTests.commands.randomElement(using: &random) ?? .accept
            try early.orders(command)
            _ = try early.dispatch.when(ComplaintScenario.alert(100 + number, step: 1))
        }
        guard case .unregistered(let waiting) = early.dispatch.state else {
            Issue.record("expected a work order that waits")
            return
        }
        #expect(waiting.commands.count == 20)
        #expect(waiting.alerts.count == OpenWorkOrder.alertLimit)
        try early.registers()
        for number in 1...500 { _ = try early.dispatch.when(ComplaintScenario.alert(1000 + number, step: 1)) }
        #expect(early.open.map(\.alerts.count) == OpenWorkOrder.alertLimit)
    }
}
