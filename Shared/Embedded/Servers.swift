public import Foundation

/// The servers that the environment names, else ones of our own that end with their objects.
public enum Servers {
    /// `KAFKA_BOOTSTRAP_SERVERS` if set, else Apache Kafka from `KAFKA_HOME` if set, else the embedded broker.
    ///
    /// - Throws: `EmbeddedError` or `KafkaError`, saying which server was not available and why.
    public static func broker(environment: [String: String] = ProcessInfo.processInfo.environment) throws -> any KafkaBroker {
        if let servers = environment["KAFKA_BOOTSTRAP_SERVERS"], !servers.isEmpty { return ExternalBroker(bootstrapServers: servers) }
        if let home = environment["KAFKA_HOME"], !home.isEmpty { return try ApacheKafka(home: home) }
        return try MockBroker()
    }
}
