public import Foundation
public import Kafka

/// A broker and a database: the ones that the environment names, else servers of our own that end with this object.
public struct Servers: Sendable {
    public let broker: any KafkaBroker
    /// A PostgreSQL connection URL.
    public let databaseURL: String
    /// Set when the database is one of our own.
    public let ownDatabase: EmbeddedPostgres?

    /// `KAFKA_BOOTSTRAP_SERVERS` if set, else Apache Kafka from `KAFKA_HOME` if set, else the embedded broker; `DATABASE_URL` if set, else an
    /// embedded PostgreSQL. The topics are made if they are missing.
    ///
    /// - Throws: `EmbeddedError` or `KafkaError`, saying which server was not available and why.
    public static func fromEnvironment(
        topics: [TopicSpecification] = [], durability: EmbeddedPostgres.Durability = .durable,
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) throws -> Servers {
        let broker = try broker(environment: environment)
        try broker.ensure(topics)
        if let url = environment["DATABASE_URL"], !url.isEmpty {
            return Servers(broker: broker, databaseURL: url, ownDatabase: nil)
        }
        let database = try EmbeddedPostgres(durability: durability)
        return Servers(broker: broker, databaseURL: database.url, ownDatabase: database)
    }

    /// Only the broker, chosen the same way.
    public static func broker(environment: [String: String] = ProcessInfo.processInfo.environment) throws -> any KafkaBroker {
        if let servers = environment["KAFKA_BOOTSTRAP_SERVERS"], !servers.isEmpty { return ExternalBroker(bootstrapServers: servers) }
        if let home = environment["KAFKA_HOME"], !home.isEmpty { return try ApacheKafka(home: home) }
        return try MockBroker()
    }
}
