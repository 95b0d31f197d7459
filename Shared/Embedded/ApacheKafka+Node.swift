internal import Foundation

extension ApacheKafka {
    /// One node: where it lives and how it is started.
    struct Node: Sendable {
        let home: String
        let number: Int
        let port: Int
        let controllerPort: Int
        let directory: String
        /// A second listener, and the port in front of it that clients are told.
        var linked: (own: Int, advertised: Int)?
        /// The listener of a guarded door that asks for a certificate.
        var certificatePort: Int?

        private var propertiesPath: String { "\(directory)/server.properties" }
        private var logPath: String { "\(directory)/server.log" }

        /// The last lines that the node printed, for an error message.
        var logTail: String {
            guard let data = FileManager.default.contents(atPath: logPath) else { return "(it printed nothing)" }
            return String(decoding: data.suffix(4000), as: UTF8.self)
        }

        var logLines: [String] {
            guard let data = FileManager.default.contents(atPath: logPath) else { return [] }
            return data.split(separator: 10).map { String(decoding: $0, as: UTF8.self) }
        }

        /// Writes the node's properties and formats its log folder.
        func prepare(voters: String, nodes: Int, properties: [String: String], door: GuardedDoor?) throws(EmbeddedError) {
            let guarded = door?.properties(port: port, certificatePort: certificatePort ?? 0, controllerPort: controllerPort) ?? [:]
            let all = defaults(voters: voters, nodes: nodes).merging(guarded) { $1 }.merging(properties) { $1 }
            let text = all.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)\n" }.joined()
            do {
                try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
                try Data(text.utf8).write(to: URL(fileURLWithPath: propertiesPath))
            } catch {
                throw EmbeddedError("write \(propertiesPath)", "\(error)")
            }
            // All nodes of a cluster carry one identifier; for a throwaway cluster any will do.
            let format = try ChildProcess(
                "\(home)/bin/kafka-storage.sh",
                ["format", "-t", "cmVkcmVzcy1lbWJlZGRlZA", "-c", propertiesPath] + (door?.formatArguments ?? []),
                environment: environment, output: .file(logPath), errors: .file(logPath))
            guard format.wait(within: 60) == .exited(0) else { throw EmbeddedError("format Apache Kafka's storage", logTail) }
        }

        func start(leftovers: [String]) throws(EmbeddedError) -> ChildProcess {
            try ChildProcess(
                "\(home)/bin/kafka-server-start.sh", [propertiesPath], environment: environment, output: .file(logPath),
                errors: .file(logPath), leftovers: leftovers)
        }

        func tool(_ program: String, _ arguments: [String]) throws(EmbeddedError) -> ChildProcess {
            try ChildProcess("\(home)/bin/\(program)", arguments, environment: environment, output: .lines, errors: .lines)
        }

        /// The distribution's scripts would write their own logs into its folder, which may be read-only.
        private var environment: [String: String] {
            ProcessInfo.processInfo.environment.merging(["LOG_DIR": "\(directory)/logs"]) { $1 }
                .merging(["KAFKA_HEAP_OPTS": "-Xms128m -Xmx512m"]) { theirs, _ in theirs }
        }

        private func defaults(voters: String, nodes: Int) -> [String: String] {
            let copies = "\(min(nodes, 3))"
            let needed = nodes >= 3 ? "2" : "1"
            return [
                "process.roles": "broker,controller",
                "node.id": "\(number)",
                "controller.quorum.voters": voters,
                "listeners": "PLAINTEXT://127.0.0.1:\(port),CONTROLLER://127.0.0.1:\(controllerPort)"
                    + (linked.map { ",LINKED://127.0.0.1:\($0.own)" } ?? ""),
                "advertised.listeners": "PLAINTEXT://127.0.0.1:\(port)" + (linked.map { ",LINKED://127.0.0.1:\($0.advertised)" } ?? ""),
                "listener.security.protocol.map": "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,LINKED:PLAINTEXT",
                "inter.broker.listener.name": "PLAINTEXT",
                "controller.listener.names": "CONTROLLER",
                "log.dirs": "\(directory)/data",
                "auto.create.topics.enable": "false",
                "num.partitions": "1",
                "default.replication.factor": copies,
                "min.insync.replicas": needed,
                "offsets.topic.replication.factor": copies,
                "offsets.topic.num.partitions": "8",
                "transaction.state.log.replication.factor": copies,
                "transaction.state.log.min.isr": needed,
                "transaction.state.log.num.partitions": "8",
                "group.initial.rebalance.delay.ms": "0",
            ]
        }
    }
}
