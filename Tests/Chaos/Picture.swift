import Embedded
import Foundation
import OperatorService

/// How things stand where a round takes long to settle: the groups and their members, the copies of the topic that keeps the groups, what the
/// nodes say of groups, and the services' last words.
enum Picture {
    /// How many lines of each node's log are shown.
    private static let lines = 40
    private static let inquiries = [
        ("kafka-consumer-groups.sh", ["--describe", "--all-groups", "--state"]),
        ("kafka-consumer-groups.sh", ["--describe", "--all-groups", "--members", "--verbose"]),
        ("kafka-topics.sh", ["--describe", "--topic", "__consumer_offsets"]),
        ("kafka-topics.sh", ["--describe", "--under-replicated-partitions"]),
    ]

    static func text(of ground: Ground) -> String {
        let asked = inquiries.flatMap { program, arguments in
            do throws(EmbeddedError) {
                return ["== \(program) \(arguments.joined(separator: " "))"] + (try ground.brokers.ask(program, arguments))
            } catch {
                return ["== \(error)"]
            }
        }
        let told = ground.brokers.logLines(last: lines) { $0.contains("Coordinator") || $0.contains("WARN") || $0.contains("ERROR") }
        return (asked + ["== the nodes"] + told + ["== the services", ground.warnings]).joined(separator: "\n")
    }

    /// Writes down all that the nodes and the services have logged, and the text with it.
    static func write(_ text: String, of ground: Ground, named name: String, to folder: URL) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        func write(_ lines: [String], _ file: String) throws {
            try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: folder.appending(path: "\(name)-\(file)"))
        }
        try write([text], "picture.txt")
        try write(ground.brokers.logLines(last: .max) { _ in true }, "nodes.log")
        for (number, service) in ground.deployment.services.enumerated() { try write(service.log, "\(service.name)-\(number).log") }
    }
}
