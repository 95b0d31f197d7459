import Contracts
import Domain
import Foundation
import Kafka
import Testing

@testable import OperatorService

@Suite struct FactTests {
    private func message(_ topic: Topic, id: String, type: String, _ data: String) -> ConsumedMessage {
        let event = CloudEvent(id: id, source: "/redress/test", type: type, data: Data(data.utf8))
        return ConsumedMessage(
            topic: topic.name, partition: 0, offset: 0, key: nil, value: event.data,
            headers: CloudEventWriter.headers(for: event).map { ($0.name, $0.value) })
    }

    @Test func aRepetitionOnTheIntakeTopicIsNoRepetitionToTheCount() throws {
        let message = message(.intake, id: "1", type: IntakeType.submitted.rawValue, "{}")
        let received = try #require(try Fact.read(message, with: WireCoder()))
        #expect(received.identity.isEmpty)
        #expect(received.fact == .intake(source: "/redress/test", id: "1"))
    }

    @Test func factsOfTwoTopicsWithOneIdAreTwo() throws {
        let complaint = #"{"complaint":"C1","at":"2026-03-02T09:00:00+08:00"}"#
        let workOrder = #"{"complaint":"C1","workOrder":"W1","by":"h","at":"2026-03-02T09:00:00+08:00"}"#
        let withdrawn = try Fact.read(
            message(.complaints, id: "C1-2", type: "redress.complaint.withdrawn.v1", complaint), with: WireCoder())
        let resumed = try Fact.read(message(.workOrders, id: "C1-2", type: "redress.work-order.resumed.v1", workOrder), with: WireCoder())
        #expect(try #require(withdrawn).identity != #require(resumed).identity)
    }

    @Test func whatThePlayersWriteThemselvesIsPassedOver() throws {
        let message = message(.workOrderCommands, id: "1", type: WorkOrderCommand.Name.accept.type, "{}")
        #expect(try Fact.read(message, with: WireCoder()) == nil)
    }

    @Test func aFactThatBreaksTheContractIsAFault() {
        let message = message(.workOrders, id: "1", type: "redress.work-order.accepted.v1", "{}")
        #expect(throws: Fault.self) { try Fact.read(message, with: WireCoder()) }
    }
}
