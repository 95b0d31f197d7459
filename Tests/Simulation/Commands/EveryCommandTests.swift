import Contracts
import Domain
import Foundation
import Testing

/// Whatever outsiders may write takes effect once on the real tables: the event it leads to is on its topic, and nothing is put aside.
@Suite(.serialized) struct EveryCommandTests {
    @Test(arguments: WorkOrderCommand.Name.allCases)
    func everyCommandOnAWorkOrderTakesEffect(type: WorkOrderCommand.Name) throws {
        let story = try CommandStory(CommandBench())
        try story.reach(type)
        #expect(story.bench.deadLetters.isEmpty)
    }

    @Test(arguments: ClaimCommand.Name.allCases)
    func everyCommandOnAClaimTakesEffect(type: ClaimCommand.Name) throws {
        let story = try CommandStory(CommandBench())
        try story.reach(type)
        #expect(story.bench.deadLetters.isEmpty)
    }

    @Test(arguments: IntakeType.allCases)
    func everyEventOfAGatewayTakesEffect(type: IntakeType) throws {
        let story = try CommandStory(CommandBench())
        try story.reach(type)
        #expect(story.bench.deadLetters.isEmpty)
    }

    @Test func aReceiptAndAQuestionForTheStateTakeEffect() throws {
        let bench = try CommandBench()
        let story = try CommandStory(bench)
        let number = try #require(try story.last("redress.notification.requested.v1").text("notification"))
        let receipt = CommandMessage(
            receiptOf: NoticeNumber(number), complaint: story.complaint, outcome: .delivered, at: CommandBench.start)
        let delivered = bench.write(receipt.event(id: bench.nextID()), to: .notificationReceipts, key: story.complaint.rawValue)
        bench.settle()
        #expect(bench.facts(of: delivered).map(\.event.type) == ["redress.notification.delivered.v1"])

        let question = CloudEvent(
            id: bench.nextID(), source: Party.gateway.source, type: ReceiptReader.progressType, time: bench.now,
            data: Data("{\"complaint\":\"\(story.complaint)\"}".utf8))
        let asked = bench.write(question, to: .notificationReceipts, key: story.complaint.rawValue)
        bench.settle()
        #expect(bench.facts(of: asked).map(\.event.type) == ["redress.notification.requested.v1"])
        #expect(bench.deadLetters.isEmpty)
    }
}
