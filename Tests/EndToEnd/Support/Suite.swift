import Embedded
import Foundation
import Kafka
import Testing

/// All tests of the built product, one after the other: they share the machine's two cores, and some stop its servers.
@Suite(.serialized) struct EndToEnd {}

/// The servers of all tests: PostgreSQL, and a broker that each test finds with empty topics.
enum TestServers {
    static let postgres = Result { try EmbeddedPostgres(durability: .relaxed, settings: ["max_connections": "200"]) }

    private static let apache = Result { try ApacheKafka(home: ProcessInfo.processInfo.environment["KAFKA_HOME"] ?? "") }

    /// `KAFKA_BOOTSTRAP_SERVERS` if set, whose topics of ours are deleted; else Apache Kafka from `KAFKA_HOME` if set; else the embedded one.
    static func broker(topics: [TopicSpecification], embedded isEmbedded: Bool = false) throws -> any KafkaBroker {
        let environment = ProcessInfo.processInfo.environment
        if isEmbedded { return try MockBroker(topics: topics) }
        if let servers = environment["KAFKA_BOOTSTRAP_SERVERS"], !servers.isEmpty {
            return try emptied(ExternalBroker(bootstrapServers: servers), topics)
        }
        if let home = environment["KAFKA_HOME"], !home.isEmpty { return try emptied(apache.get(), topics) }
        return try MockBroker(topics: topics)
    }

    private static func emptied(_ broker: any KafkaBroker, _ topics: [TopicSpecification]) throws -> any KafkaBroker {
        let admin = try KafkaAdmin(KafkaSettings(bootstrapServers: broker.bootstrapServers, clientID: "end-to-end"))
        try admin.deleteTopics(topics.map(\.name), timeoutMilliseconds: 60_000)
        try broker.ensure(topics)
        return broker
    }
}
