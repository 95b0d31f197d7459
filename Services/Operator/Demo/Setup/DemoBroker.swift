import Contracts
import Embedded
import Foundation
import Kafka

/// The broker of one demo: the one the environment names, Apache Kafka from `KAFKA_HOME`, or the embedded one in a process of its own.
struct DemoBroker {
    /// Enough that the embedded broker, which keeps 5 MB a partition, forgets nothing within the demo.
    static let partitions = 8

    let name: String
    let bootstrapServers: String
    /// Held so that it lives.
    private let process: ChildProcess?
    private let server: (any KafkaBroker)?
    private let isForeign: Bool

    /// - Throws: `EmbeddedError` or `KafkaError` where no broker can be had; `DemoError` where the one named has the topics already.
    init(executable: String, environment: [String: String] = ProcessInfo.processInfo.environment) throws {
        let named = ["KAFKA_BOOTSTRAP_SERVERS", "KAFKA_HOME"].filter { environment[$0]?.isEmpty == false }
        guard let first = named.first else {
            let process = try ChildProcess(
                executable, ["embedded", "broker", "--partitions", "\(Self.partitions)"], input: .open, output: .lines)
            guard let line = process.standardOutput?.first(within: 30, where: { $0.hasPrefix(EmbeddedBroker.readyWords) }) else {
                throw EmbeddedError("start the embedded broker", "it did not come up in 30 s")
            }
            name = "the embedded broker"
            bootstrapServers = String(line.dropFirst(EmbeddedBroker.readyWords.count))
            self.process = process
            server = nil
            isForeign = false
            return
        }
        let broker = try Servers.broker(environment: environment)
        name = broker.name
        bootstrapServers = broker.bootstrapServers
        process = nil
        server = broker
        isForeign = first == "KAFKA_BOOTSTRAP_SERVERS"
        try makeTopics()
    }

    func settings(clientID: String) -> KafkaSettings { KafkaSettings(bootstrapServers: bootstrapServers, clientID: clientID) }

    /// Ends it; on a broker of somebody else's only the topics go.
    func stop() throws {
        process?.stop(within: 10)
        if isForeign { try KafkaAdmin(settings(clientID: "redress-demo")).deleteTopics(Topic.all.map(\.name)) }
    }

    private func makeTopics() throws {
        let admin = try KafkaAdmin(settings(clientID: "redress-demo"))
        let present = try admin.topics()
        if let taken = Topic.all.first(where: { present[$0.name] != nil }) {
            throw DemoError.brokerInUse(bootstrapServers, topic: taken.name)
        }
        try admin.createTopics(TopicsCommand.specifications(partitions: Self.partitions))
    }
}
