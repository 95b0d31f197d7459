import Embedded
import Fakes
import Foundation
import Kafka
import Runtime
import Testing

/// A broker as the contract of the message log is tested on it: one topic of three partitions, and members of one group.
protocol LogWorld: AnyObject {
    var topic: String { get }

    /// A log of a new member, before it has any partition.
    func open() throws -> any MessageLog

    /// Has the member given all partitions of the topic.
    func giveAll(to log: any MessageLog)

    /// Has the broker take what the producer holds.
    func deliver(_ log: any MessageLog)

    /// Writes as an outsider does.
    func write(_ messages: [ProducedMessage]) throws
}

/// The logs that keep the contract; Apache Kafka where `KAFKA_HOME` says where it lies.
enum LogKind: String, Sendable, CaseIterable, CustomTestStringConvertible {
    case memory, embedded, apache

    static let available: [LogKind] = ProcessInfo.processInfo.environment["KAFKA_HOME"] == nil ? [.memory, .embedded] : allCases

    private static let sharedEmbedded = Result { try MockBroker() }
    private static let sharedApache = Result { try ApacheKafka(home: ProcessInfo.processInfo.environment["KAFKA_HOME"] ?? "") }

    func world() throws -> any LogWorld {
        switch self {
        case .memory: MemoryLogWorld()
        case .embedded: try KafkaLogWorld(try Self.sharedEmbedded.get())
        case .apache: try KafkaLogWorld(try Self.sharedApache.get())
        }
    }

    var testDescription: String { rawValue }
}

/// The fake.
final class MemoryLogWorld: LogWorld {
    let topic = "test"
    private let broker = MemoryBroker(topics: ["test": 3])

    func open() -> any MessageLog { MemoryLog(broker) }

    func giveAll(to log: any MessageLog) {
        (log as? MemoryLog)?.give((0..<3).map { TopicPartition(topic: topic, partition: $0) })
    }

    func deliver(_ log: any MessageLog) { (log as? MemoryLog)?.deliver() }

    func write(_ messages: [ProducedMessage]) {
        for message in messages {
            broker.append(
                topic: message.topic, partition: message.partition, key: message.key, value: message.value,
                headers: message.headers.map { ($0.name, $0.value) })
        }
    }
}

/// librdkafka over a real connection.
final class KafkaLogWorld: LogWorld {
    let topic: String
    private let settings: KafkaSettings
    private let group: String
    private let producer: KafkaProducer

    init(_ broker: any KafkaBroker) throws {
        let mark = UUID().uuidString.prefix(8).lowercased()
        topic = "log-\(mark)"
        group = "log-\(mark)"
        settings = KafkaSettings(
            bootstrapServers: broker.bootstrapServers, clientID: "log-conformance",
            extra: ["session.timeout.ms": "6000", "heartbeat.interval.ms": "200"]
                .merging(broker is MockBroker ? MockBroker.clientProperties : [:]) { $1 })
        try broker.ensure([TopicSpecification(name: topic, partitions: 3)])
        producer = try KafkaProducer(settings)
    }

    func open() throws -> any MessageLog { try KafkaLink(settings, group: group, topics: [topic]) }

    func giveAll(to log: any MessageLog) {}

    func deliver(_ log: any MessageLog) {}

    func write(_ messages: [ProducedMessage]) throws { try producer.produce(messages) }
}
