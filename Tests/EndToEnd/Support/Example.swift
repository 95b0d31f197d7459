import Embedded
import Foundation
import Testing

/// The language of a program of `Examples`: how one is run, and what it needs.
enum ExampleLanguage: String, CaseIterable {
    case python = "Python"
    case java = "Java"
    case swift = "Swift"

    /// Java's client comes with an Apache Kafka.
    static let kafkaHome: String? = ProcessInfo.processInfo.environment["KAFKA_HOME"].flatMap { $0.isEmpty ? nil : $0 }

    static let canRunJava = kafkaHome != nil && Built.has("java")

    /// Java's client cannot read the embedded broker's answer to a version it does not know (librdkafka 2.0.2); all others are run against it.
    var needsApacheKafka: Bool { self == .java }

    /// The line that runs an example.
    ///
    /// - Parameter name: `gateway`, `consumer` or `desk`.
    func line(_ name: String) throws -> [String] {
        switch self {
        case .python: [try #require(Built.python), Built.file("Examples/Python/\(name).py")]
        case .java: ["java", "-cp", try #require(Self.kafkaHome) + "/libs/*", Built.file("Examples/Java/\(name.capitalized).java")]
        case .swift: [Built.executable("example-\(name)")]
        }
    }
}

/// Somebody who runs the examples of one language against a deployment.
struct ExampleRunner {
    let language: ExampleLanguage
    let deployment: Deployment

    /// Runs an example to its end. A Java program is compiled first, which takes its time on a machine that is busy.
    func run(_ name: String, _ arguments: [String]) throws -> Run {
        let line = try language.line(name)
        return try Run(
            line[0], line.dropFirst() + arguments, environment: ["KAFKA_BOOTSTRAP_SERVERS": deployment.broker.bootstrapServers],
            seconds: 150)
    }
}
