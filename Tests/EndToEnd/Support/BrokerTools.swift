import Embedded
import Foundation
import Testing

/// Apache Kafka's own tools in the hands of an administrator, who runs command lines as they were printed.
struct BrokerTools {
    private let folder: TemporaryDirectory
    private let home: String

    /// Writes the `admin.properties` that the lines name, as the documentation of Apache Kafka has them.
    init(_ broker: ApacheKafka) throws {
        home = try #require(ProcessInfo.processInfo.environment["KAFKA_HOME"])
        folder = try TemporaryDirectory(named: "administrator")
        let door = try #require(broker.door)
        let (user, password) = (GuardedDoor.administrator, try #require(door.passwords[GuardedDoor.administrator]))
        let properties = """
            security.protocol=SASL_SSL
            sasl.mechanism=SCRAM-SHA-512
            sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required username="\(user)" password="\(password)";
            ssl.truststore.type=PEM
            ssl.truststore.location=\(door.caFile)

            """
        try properties.write(toFile: folder.appending("admin.properties"), atomically: true, encoding: .utf8)
    }

    /// Runs the lines beside each other, each in a shell of its own, and waits until all have succeeded.
    func run(_ lines: [String], at location: SourceLocation = #_sourceLocation) throws {
        let inherited = ProcessInfo.processInfo.environment
        // A Java that lives for a second spends most of it on compiling; the distribution's folder may be read-only.
        let own = [
            "PATH": "\(home)/bin:\(inherited["PATH"] ?? "/usr/bin:/bin")", "LOG_DIR": folder.appending("logs"),
            "KAFKA_HEAP_OPTS": "-Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1",
        ]
        let shells = try lines.map { line in
            try ChildProcess(
                "bash", ["-c", line], environment: inherited.merging(own) { $1 }, workingDirectory: folder.path, output: .lines,
                errors: .lines)
        }
        for (line, shell) in zip(lines, shells) {
            let ending = shell.wait(within: 60)
            let said = [shell.standardOutput, shell.standardError].flatMap { $0?.all ?? [] }.joined(separator: "\n")
            try #require(ending == .exited(0), "\(line): \(said)", sourceLocation: location)
        }
    }
}
