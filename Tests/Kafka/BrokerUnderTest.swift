import Embedded
import Foundation
import Kafka
import Testing

/// The brokers that this machine has; the conformance tests run on each.
enum BrokerUnderTest: String, Sendable, CustomTestStringConvertible {
    case embedded, apache, external

    static let available: [BrokerUnderTest] = {
        let environment = ProcessInfo.processInfo.environment
        var all: [BrokerUnderTest] = [.embedded]
        if environment["KAFKA_HOME"] != nil { all.append(.apache) }
        if environment["KAFKA_BOOTSTRAP_SERVERS"] != nil { all.append(.external) }
        return all
    }()

    private static let sharedEmbedded = Result { try MockBroker() }
    private static let sharedApache = Result { try ApacheKafka(home: ProcessInfo.processInfo.environment["KAFKA_HOME"] ?? "") }

    /// One broker a kind for all tests; each test has topics and groups of its own.
    var broker: any KafkaBroker {
        get throws {
            switch self {
            case .embedded: try Self.sharedEmbedded.get()
            case .apache: try Self.sharedApache.get()
            case .external: ExternalBroker(bootstrapServers: ProcessInfo.processInfo.environment["KAFKA_BOOTSTRAP_SERVERS"] ?? "")
            }
        }
    }

    var testDescription: String { rawValue }
}

/// A broker with topics that no other test knows.
struct Bench {
    let broker: any KafkaBroker
    let topics: [String]
    let group: String

    init(_ broker: any KafkaBroker, topics count: Int = 1, partitions: Int = 3) throws {
        let mark = UUID().uuidString.prefix(8).lowercased()
        self.broker = broker
        topics = (0..<count).map { "test-\(mark)-\($0)" }
        group = "group-\(mark)"
        try broker.ensure(topics.map { TopicSpecification(name: $0, partitions: partitions) })
    }

    var topic: String { topics[0] }

    func settings(_ extra: [String: String] = [:]) -> KafkaSettings {
        // Short sessions, so that a member that goes without a word is missed within seconds. The mock cluster waits three seconds
        // for the first members and a second less than a session for later ones; Apache Kafka takes no session below six seconds.
        let quick = ["session.timeout.ms": broker is MockBroker ? "4000" : "6000", "heartbeat.interval.ms": "200"]
            .merging(broker is MockBroker ? MockBroker.clientProperties : [:]) { $1 }
        return KafkaSettings(bootstrapServers: broker.bootstrapServers, clientID: "conformance", extra: quick.merging(extra) { $1 })
    }

    func link(_ extra: [String: String] = [:]) throws -> KafkaLink {
        try KafkaLink(settings(extra), group: group, topics: topics)
    }

    /// Messages `from`..<`to` with the key `key(number)` and the number as value and token.
    func messages(_ numbers: Range<Int>, topic: String? = nil, key: (Int) -> String) -> [ProducedMessage] {
        numbers.map { number in
            ProducedMessage(
                topic: topic ?? self.topic, key: Data(key(number).utf8), value: Data("\(number)".utf8), token: UInt64(number))
        }
    }
}

enum Loopback {
    /// Whether somebody listens on that port of 127.0.0.1.
    static func accepts(port: Int) throws -> Bool {
        // Bash opens the connection itself; its exit code is the answer.
        let probe = try ChildProcess("bash", ["-c", "exec 3<>/dev/tcp/127.0.0.1/\(port)"])
        return probe.wait(within: 10) == .exited(0)
    }
}
