internal import Foundation
public import Kafka
internal import Synchronization

/// Apache Kafka from an official distribution, one node or a cluster of three, in a temporary folder and on loopback.
///
/// Each node is broker and controller in one (KRaft). With three nodes a topic gets three copies, two of which must have a message before
/// `acks=all` is given. All nodes end when we end, and the folder goes with them.
public final class ApacheKafka: KafkaBroker {
    public let bootstrapServers: String
    public var name: String { "Apache Kafka, \(nodes.count) node(s)" }
    /// Set where the broker asks who comes.
    public let door: GuardedDoor?
    /// The networks to the nodes, in their order, where the cluster was asked for with them.
    public let links: [SlowLink]
    let nodes: [Node]
    private let folder: TemporaryDirectory
    private let running: Mutex<[ChildProcess?]>

    /// How long a start may take on a busy machine: after a kill under load three nodes have needed more than 90 s.
    private static let startSeconds = 300.0

    /// Formats and starts the nodes, and waits until each answers.
    ///
    /// - Parameters:
    ///   - home: the distribution's folder, with `bin/kafka-server-start.sh` in it; Java 17 or newer is needed.
    ///   - properties: server properties that win over ours.
    ///   - door: asks who comes, in place of a listener that is open to all.
    ///   - isLinked: whether each node also listens behind a network that can be made worse; see `linkedServers`.
    public init(
        home: String, nodes count: Int = 1, properties: [String: String] = [:], door: GuardedDoor? = nil, linked isLinked: Bool = false
    ) throws(EmbeddedError) {
        guard FileManager.default.isExecutableFile(atPath: "\(home)/bin/kafka-server-start.sh") else {
            throw EmbeddedError("start Apache Kafka", "there is no bin/kafka-server-start.sh in \(home) (KAFKA_HOME)")
        }
        self.door = door
        folder = try TemporaryDirectory(named: "kafka")
        var ports: [(client: Int, controller: Int)] = []
        for _ in 0..<count { ports.append((try FreePort.find(), try FreePort.find())) }
        let voters = ports.enumerated().map { "\($0 + 1)@127.0.0.1:\($1.controller)" }.joined(separator: ",")
        var nodes: [Node] = []
        var links: [SlowLink] = []
        for (index, port) in ports.enumerated() {
            var node = Node(
                home: home, number: index + 1, port: port.client, controllerPort: port.controller,
                directory: folder.appending("node-\(index + 1)"))
            if isLinked {
                let behind = try FreePort.find()
                let link = try SlowLink(to: behind)
                links.append(link)
                node.linked = (own: behind, advertised: link.port)
            }
            if door != nil { node.certificatePort = try FreePort.find() }
            try node.prepare(voters: voters, nodes: count, properties: properties, door: door)
            nodes.append(node)
        }
        self.nodes = nodes
        self.links = links
        bootstrapServers = ports.map { "127.0.0.1:\($0.client)" }.joined(separator: ",")
        running = Mutex(Array(repeating: nil, count: count))
        for node in nodes { try launch(node) }
        try waitUntilReady()
    }

    /// The administrator's, where the door is guarded.
    public func settings(clientID: String) -> KafkaSettings {
        KafkaSettings(
            bootstrapServers: bootstrapServers, clientID: clientID, security: door?.security(of: GuardedDoor.administrator))
    }

    /// The same brokers as clients beyond the networks reach them; `bootstrapServers` where there are none between.
    public var linkedServers: String {
        links.isEmpty ? bootstrapServers : links.map { "127.0.0.1:\($0.port)" }.joined(separator: ",")
    }

    /// Where a guarded door takes a certificate in place of a password; empty for an open one.
    public var certificateServers: String { nodes.compactMap(\.certificatePort).map { "127.0.0.1:\($0)" }.joined(separator: ",") }

    public var nodeCount: Int { nodes.count }

    deinit {
        for index in nodes.indices { kill(node: index) }
    }

    /// Ends a node in good order: it hands its partitions over and writes everything down.
    public func stop(node index: Int = 0) {
        take(index)?.stop(within: 60)
    }

    /// Ends a node as a crash would.
    public func kill(node index: Int = 0) {
        guard let process = take(index) else { return }
        process.kill()
        process.wait(within: 10)
    }

    /// Starts a node that was stopped or killed, with the data it had, and waits until the whole cluster answers.
    public func restart(node index: Int = 0) throws(EmbeddedError) {
        try restart(nodes: [index])
    }

    /// Starts several nodes before it waits for an answer, as one alone may be too few to give one.
    ///
    /// - Parameter apartSeconds: how long after one the next is started.
    public func restart(nodes indices: [Int], apartSeconds: Double = 0) throws(EmbeddedError) {
        for index in indices {
            stop(node: index)
            try launch(nodes[index])
            // One that ends at once is found below.
            if index != indices.last { _ = running.withLock { $0[index] }?.wait(within: apartSeconds) }
        }
        try waitUntilReady()
    }

    private func launch(_ node: Node) throws(EmbeddedError) {
        let process = try node.start(leftovers: [folder.path])
        running.withLock { $0[node.number - 1] = process }
    }

    private func take(_ index: Int) -> ChildProcess? {
        running.withLock { running in
            defer { running[index] = nil }
            return running[index]
        }
    }

    /// Asks for metadata until as many brokers as were started are there.
    private func waitUntilReady() throws(EmbeddedError) {
        let expected = running.withLock { $0.count { $0 != nil } }
        let deadline = Deadline(milliseconds: Int(Self.startSeconds * 1000))
        do throws(KafkaError) {
            let admin = try KafkaAdmin(settings(clientID: "redress-servers"))
            while !deadline.hasPassed {
                for (node, process) in zip(nodes, running.withLock { $0 }) {
                    guard let process, let ending = process.wait(within: 0.1) else { continue }
                    throw KafkaError(code: -196, message: "node \(node.number) ended: \(ending)\n\(node.logTail)", context: "start")
                }
                do throws(KafkaError) {
                    if try admin.brokerCount(timeoutMilliseconds: 1000) >= expected { return }
                } catch  where error.isRetriable || error.isRefusal {
                    // A guarded door refuses everybody until the users are read.
                    continue
                }
            }
        } catch {
            throw EmbeddedError("start Apache Kafka", "\(error)")
        }
        throw EmbeddedError("start Apache Kafka", "not ready in \(Self.startSeconds) s\n" + nodes.map(\.logTail).joined(separator: "\n"))
    }
}
