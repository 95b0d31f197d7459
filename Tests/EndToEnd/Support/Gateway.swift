import Contracts
import Domain
import Embedded
import Foundation
import Kafka

/// Those outside: channel gateways, handlers' desks, approvers, billing.
final class Gateway {
    private let producer: KafkaProducer
    private var count = 0

    init(_ broker: any KafkaBroker) throws {
        var settings = broker.settings(clientID: "end-to-end-gateway")
        settings.extra = ["message.max.bytes": "10000000"]
        producer = try KafkaProducer(settings)
    }

    /// A complaint as it should be.
    static func complaint(_ line: String, category: String = "billing") -> IntakeSubmission {
        var submission = IntakeSubmission(line: line)
        submission.channel = "hotline"
        submission.province = "CN-SC"
        submission.category = Domain.Category(category)
        submission.customer = "Wang Fang"
        submission.contact = "wang.fang@example.com"
        submission.description = "Charged twice for March."
        submission.receivedAt = Deployment.start
        return submission
    }

    /// Sends a complaint; the id is the line's own unless given, so that the same line twice needs another.
    @discardableResult
    func submit(_ submission: IntakeSubmission, id: String? = nil, partition: Int32? = nil, key: String? = nil) throws -> DeliveryReport? {
        try send([message(submission, id: id, partition: partition, key: key)]).first
    }

    func message(_ submission: IntakeSubmission, id: String? = nil, partition: Int32? = nil, key: String? = nil) -> ProducedMessage {
        let event = submission.event(id: id ?? "submission-\(submission.line)")
        return ProducedMessage(
            topic: Topic.intake.name, partition: partition, key: Data((key ?? submission.line).utf8), value: event.data,
            headers: CloudEventWriter.headers(for: event))
    }

    /// Sends a command of a desk, an approver or billing, each with an id of its own unless given.
    @discardableResult
    func command(_ command: CommandMessage, id: String? = nil) throws -> DeliveryReport? {
        count += 1
        let topic: Topic =
            switch command.type {
            case ReceiptReader.type: .notificationReceipts
            case let type where ClaimCommand.Name(type: type) != nil: .compensationCommands
            default: .workOrderCommands
            }
        let event = command.event(id: id ?? "command-\(count)")
        return try send([
            ProducedMessage(
                topic: topic.name, key: Data(command.complaint.rawValue.utf8), value: event.data,
                headers: CloudEventWriter.headers(for: event))
        ]).first
    }

    @discardableResult
    func send(_ messages: [ProducedMessage]) throws -> [DeliveryReport] { try producer.produce(messages, timeoutMilliseconds: 60_000) }
}
