import Embedded
import Foundation
import Testing

/// The examples of the README, as a person copies them.
struct Readme {
    /// The blocks of code under a heading, in order, each with its language.
    let blocks: [(language: String, code: String)]

    /// - Parameter heading: such as `Publish a complaint`.
    init(under heading: String) throws {
        let text = try String(contentsOfFile: Built.file("README.md"), encoding: .utf8)
        let section = try #require(text.components(separatedBy: "\n## ").first { $0.hasPrefix(heading + "\n") }, "no heading \(heading)")
        let parts = section.components(separatedBy: "```")
        blocks = stride(from: 1, to: parts.count, by: 2).map { index in
            let lines = parts[index].split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
            return (String(lines[0]), lines.count > 1 ? String(lines[1]) : "")
        }
    }

    func code(_ language: String) -> [String] { blocks.filter { $0.language == language }.map(\.code) }
}

/// Somebody at a terminal, with a name at the brokers and the programs of this product in the path.
struct Visitor {
    private let deployment: Deployment
    private let environment: [String: String]

    /// - Parameter role: whose rights the name has, where the brokers ask for one.
    init(_ role: String, of deployment: Deployment) throws {
        self.deployment = deployment
        let inherited = ProcessInfo.processInfo.environment
        var environment = [
            "PATH": "\(Built.folder):\(inherited["PATH"] ?? "/usr/bin:/bin")", "REDRESS_POLICIES": deployment.folder.appending("policies"),
            "KAFKA_BOOTSTRAP_SERVERS": deployment.broker.bootstrapServers,
        ]
        if let door = (deployment.broker as? ApacheKafka)?.door {
            let user = "redress-" + role
            environment.merge(door.environment(of: user, deployment.broker)) { $1 }
            let settings = [
                ("security.protocol", "SASL_SSL"), ("ssl.ca.location", door.caFile), ("sasl.mechanism", "PLAIN"), ("sasl.username", user),
                ("sasl.password", try #require(door.passwords[user])),
            ]
            // kcat reads its own file; of Python's client a module that every Python loads first gives the settings to whoever asks for a client.
            let folder = deployment.folder.appending(role)
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try settings.map { "\($0)=\($1)\n" }.joined().write(toFile: folder + "/kcat.conf", atomically: true, encoding: .utf8)
            let lines = settings.map { "    \"\($0)\": \"\($1)\"," }.joined(separator: "\n")
            let module = """
                import confluent_kafka

                OWN = {
                \(lines)
                }
                for name in ("Producer", "Consumer"):
                    kind = getattr(confluent_kafka, name)
                    setattr(confluent_kafka, name, lambda settings, kind=kind: kind({**settings, **OWN}))

                """
            try module.write(toFile: folder + "/sitecustomize.py", atomically: true, encoding: .utf8)
            environment.merge(["KCAT_CONFIG": folder + "/kcat.conf", "PYTHONPATH": folder]) { $1 }
        }
        self.environment = environment
    }

    /// Runs a block as it stands, but with the brokers of the test.
    func run(_ code: String, in folder: String, with program: String = "bash", seconds: Double = 60) throws -> Run {
        let path = "\(folder)/example-\(UUID().uuidString.prefix(8))"
        try code.replacing("localhost:19092", with: deployment.broker.bootstrapServers).write(
            toFile: path, atomically: true, encoding: .utf8)
        let line = "cd '\(folder)' && '\(program)' '\(path)'"
        return try Run("bash", ["-c", line], environment: environment, seconds: seconds)
    }
}
