import Contracts
package import Embedded
import Foundation
import Kafka

/// The broker of a deployment, with the topics on it.
///
/// `KAFKA_BOOTSTRAP_SERVERS` if set and allowed, else Apache Kafka from `KAFKA_HOME` if set, else the embedded broker in a process of its own.
package final class DeployedBroker {
    /// Which broker it is, in a word for people and programs.
    enum Kind: String {
        case embedded
        case kafka
    }

    let kind: Kind
    private let plan: DeploymentPlan
    private let kafka: (any KafkaBroker)?
    private var embedded: ChildProcess?
    private var embeddedServers = ""

    /// How long the embedded broker may take to listen, in seconds.
    private static let startSeconds = 30.0

    init(_ plan: DeploymentPlan, environment: [String: String] = ProcessInfo.processInfo.environment) throws {
        self.plan = plan
        if plan.mayUseExternalBroker, let servers = environment["KAFKA_BOOTSTRAP_SERVERS"], !servers.isEmpty {
            kind = .kafka
            kafka = ExternalBroker(bootstrapServers: servers)
        } else if let home = environment["KAFKA_HOME"], !home.isEmpty {
            kind = .kafka
            kafka = try ApacheKafka(home: home, nodes: plan.nodes, properties: plan.brokerProperties, linked: plan.isLinked)
        } else {
            kind = .embedded
            kafka = nil
        }
        if let kafka { try kafka.ensure(topics) } else { try startEmbedded() }
    }

    /// `host:port`, several divided by commas. The embedded broker takes a new port each time its topics are emptied.
    package var bootstrapServers: String { kafka?.bootstrapServers ?? embeddedServers }

    /// The same brokers as the services reach them.
    var linkedServers: String { cluster?.linkedServers ?? bootstrapServers }

    /// What clients have to set for it.
    var clientEnvironment: [String: String] { kafka == nil ? MockBroker.clientEnvironment : [:] }

    /// Apache Kafka, where it is one of our own.
    package var cluster: ApacheKafka? { kafka as? ApacheKafka }

    /// The process of the embedded broker.
    var embeddedProcess: Int32? { embedded?.processIdentifier }

    /// Empties the topics: they are deleted and made again, or the embedded broker is restarted. No client may be connected.
    func emptyTopics() throws {
        guard let kafka else { return try startEmbedded() }
        let admin = try KafkaAdmin(KafkaSettings(bootstrapServers: bootstrapServers, clientID: "redress-deployment"))
        try admin.deleteTopics(Topic.all.map(\.name))
        try kafka.ensure(topics)
    }

    /// Ends the embedded broker; one that was there before us stays.
    func stop() {
        embedded?.stop()
        embedded = nil
    }

    private var topics: [TopicSpecification] {
        TopicsCommand.specifications(partitions: plan.partitions, replication: min(3, cluster?.nodeCount ?? 1))
    }

    private func startEmbedded() throws {
        stop()
        let process = try ChildProcess(
            plan.program("redress"), ["embedded", "broker", "--partitions", "\(plan.partitions)"], input: .open, output: .lines,
            errors: .inherited)
        let line = process.standardOutput?.first(within: Self.startSeconds) { $0.hasPrefix(EmbeddedBroker.readyWords) }
        guard let line else {
            process.kill()
            throw DeploymentError("start the embedded broker", "it did not say where it listens in \(Self.startSeconds) s")
        }
        embeddedServers = String(line.dropFirst(EmbeddedBroker.readyWords.count))
        embedded = process
    }
}
