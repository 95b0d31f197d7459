import Contracts
import Embedded
import Foundation
import Kafka

/// The broker of one demo: the one the environment names, Apache Kafka from `KAFKA_HOME`, or the embedded one in a process of its own.
struct DemoBroker {
    /// Enough that the embedded broker, which keeps 5 MB a partition, forgets nothing within the demo.
    static let partitions = 8

    /// What kind of broker it is, for people.
    let name: String
    let bootstrapServers: String
    /// What clients have to set for it.
    let clientEnvironment: [String: String]

    /// - Parameter leftover: a folder that is removed should this process be killed.
    /// - Throws: `EmbeddedError` or `KafkaError` where no broker is available; `DemoError` where the one named has the topics already.
    init(
        executable: String, leftover: String, _ endings: Endings, environment: [String: String] = ProcessInfo.processInfo.environment
    ) throws {
        let isNamed = ["KAFKA_BOOTSTRAP_SERVERS", "KAFKA_HOME"].contains { environment[$0]?.isEmpty == false }
        guard isNamed else {
            name = "the embedded broker"
            bootstrapServers = try Self.startEmbedded(executable, leftover, endings)
            clientEnvironment = MockBroker.clientEnvironment
            return
        }
        let broker = try Servers.broker(environment: environment)
        name = broker.name
        bootstrapServers = broker.bootstrapServers
        clientEnvironment = [:]
        // One of our own ends with its last reference.
        endings.add { withExtendedLifetime(broker) {} }
        try makeTopics(endings)
    }

    func settings(clientID: String) -> KafkaSettings { KafkaSettings(bootstrapServers: bootstrapServers, clientID: clientID) }

    private static func startEmbedded(_ executable: String, _ leftover: String, _ endings: Endings) throws -> String {
        let process = try ChildProcess(
            executable, ["embedded", "broker", "--partitions", "\(partitions)"], input: .open, output: .lines, leftovers: [leftover])
        endings.add { process.stop() }
        guard let line = process.standardOutput?.first(within: 30, where: { $0.hasPrefix(EmbeddedBroker.readyWords) }) else {
            throw EmbeddedError("start the embedded broker", "it did not come up in 30 s")
        }
        return String(line.dropFirst(EmbeddedBroker.readyWords.count))
    }

    private func makeTopics(_ endings: Endings) throws {
        let admin = try KafkaAdmin(settings(clientID: "redress-demo"))
        let present = try admin.topics()
        if let taken = Topic.all.first(where: { present[$0.name] != nil }) {
            throw DemoError.brokerInUse(bootstrapServers, topic: taken.name)
        }
        endings.add { try admin.deleteTopics(Topic.all.map(\.name)) }
        try admin.createTopics(TopicsCommand.specifications(partitions: Self.partitions))
    }
}
