import Contracts
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

    static let authority = Result { try CertificateAuthority(named: "Redress Tests") }
    /// Channel gateways of their own name; they have no right until a test gives them one.
    private static let gateways = ["app", "hotline"]
    private static let guarded = Result {
        try ApacheKafka(
            home: ProcessInfo.processInfo.environment["KAFKA_HOME"] ?? "",
            door: GuardedDoor(authority.get(), users: TopicRole.all.map(\.userName) + gateways))
    }

    /// Apache Kafka from `KAFKA_HOME`, where everybody has to say who comes and has the rights that the command gives.
    static func guardedBroker(topics: [TopicSpecification]) throws -> ApacheKafka {
        let broker = try guarded.get()
        _ = try emptied(broker, topics)
        let door = try #require(broker.door)
        _ = try Run.output(
            of: Built.executable("redress"), ["topics", "acls", "--apply"],
            environment: door.environment(of: GuardedDoor.administrator, broker))
        return broker
    }

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
        let admin = try KafkaAdmin(broker.settings(clientID: "end-to-end"))
        try admin.deleteTopics(topics.map(\.name), timeoutMilliseconds: 60_000)
        try broker.ensure(topics)
        return broker
    }
}

extension GuardedDoor {
    /// The settings under which a program comes as that user.
    func environment(of user: String, _ broker: some KafkaBroker) -> [String: String] {
        [
            "KAFKA_BOOTSTRAP_SERVERS": broker.bootstrapServers, "KAFKA_SECURITY_PROTOCOL": "sasl_ssl", "KAFKA_CA_FILE": caFile,
            "KAFKA_SASL_MECHANISM": security(of: user).mechanism.rawValue, "KAFKA_USER": user,
            "KAFKA_PASSWORD_FILE": passwordFile(of: user),
        ]
    }
}
