import Contracts
import Domain
import Embedded
import Foundation
import Testing

/// A channel gateway that knows nothing of ours: kcat under a user name of its own. It says when brokers delay it.
struct ForeignGateway {
    let process: ChildProcess

    /// Starts it; it ends by itself once brokers have taken everything.
    ///
    /// - Parameters:
    ///   - submissions: sent in order, each under an id that is its line's own: the same again is the same complaint sent twice.
    init(_ user: String, of deployment: Deployment, sends submissions: some Sequence<IntakeSubmission>) throws {
        let door = try #require((deployment.broker as? ApacheKafka)?.door)
        let (settings, input) = (deployment.folder.appending("\(user).properties"), deployment.folder.appending("\(user).lines"))
        // With our own partitioner nothing has to be passed on. Small batches, since what is too much is told after it was taken.
        let properties = """
            bootstrap.servers=\(deployment.broker.bootstrapServers)
            security.protocol=SASL_SSL
            ssl.ca.location=\(door.caFile)
            sasl.mechanism=PLAIN
            sasl.username=\(user)
            sasl.password=\(try #require(door.passwords[user]))
            topic.partitioner=murmur2_random
            batch.size=50000

            """
        try properties.write(toFile: settings, atomically: true, encoding: .utf8)
        let lines = submissions.map { submission in
            let event = CloudEvent(
                id: "\(user)-\(submission.line)", source: "/\(user)", type: submission.type.rawValue, data: submission.data)
            return submission.line + "\t" + String(decoding: CloudEventWriter.structured(event), as: UTF8.self) + "\n"
        }
        try lines.joined().write(toFile: input, atomically: true, encoding: .utf8)
        process = try ChildProcess(
            "kcat", ["-F", settings, "-P", "-t", Topic.intake.name, "-K", "\t"], input: .file(input), errors: .lines)
    }

    /// What it has said so far.
    var log: [String] { process.standardError?.all ?? [] }

    /// Waits until brokers tell it of a delay as long as that.
    func isDelayed(byMilliseconds least: Int, within seconds: Double) -> Bool {
        process.standardError?.first(within: seconds) { Self.delay(in: $0) ?? 0 >= least } != nil
    }

    /// Whether brokers have delayed it at all.
    var wasDelayed: Bool { log.contains { Self.delay(in: $0) != nil } }

    /// Milliseconds, where kcat's line tells of a delay: `% Broker 127.0.0.1:9092 (1) throttled request for 61ms`.
    private static func delay(in line: String) -> Int? {
        let parts = line.split(separator: " throttled request for ")
        return parts.count == 2 && parts[1].hasSuffix("ms") ? Int(parts[1].dropLast(2)) : nil
    }
}
