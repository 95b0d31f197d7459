public import Foundation
public import Kafka

/// A broker that somebody started, whichever it is.
public protocol KafkaBroker: Sendable {
    /// A word for people: what kind of broker this is.
    var name: String { get }
    /// `host:port`, several divided by commas.
    var bootstrapServers: String { get }
    /// How whoever started it reaches it, with every right.
    func settings(clientID: String) -> KafkaSettings
    /// Makes sure that the topics are there.
    ///
    /// - Throws: when one is there with another number of partitions, or cannot be created.
    func ensure(_ topics: [TopicSpecification]) throws(KafkaError)
}

extension KafkaBroker {
    public func settings(clientID: String) -> KafkaSettings { KafkaSettings(bootstrapServers: bootstrapServers, clientID: clientID) }

    public func ensure(_ topics: [TopicSpecification]) throws(KafkaError) {
        let admin = try KafkaAdmin(settings(clientID: "redress-servers"))
        try admin.createTopics(topics)
    }
}

/// A broker that is already there.
public struct ExternalBroker: KafkaBroker {
    public let bootstrapServers: String
    public var name: String { "the broker at \(bootstrapServers)" }

    public init(bootstrapServers: String) {
        self.bootstrapServers = bootstrapServers
    }
}

extension MockBroker: KafkaBroker {
    public var name: String { "the embedded broker" }

    /// As for any broker, but asked of the cluster itself, since it cannot create topics over the wire.
    public func ensure(_ topics: [TopicSpecification]) throws(KafkaError) {
        let admin = try KafkaAdmin(settings(clientID: "redress-servers"))
        let present = try admin.topics()
        for topic in topics where present[topic.name] == nil { try create(topic) }
        try admin.createTopics(topics)
    }
}

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
