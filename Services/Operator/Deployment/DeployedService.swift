import Domain
package import Embedded
import Foundation

/// One running service of a deployment.
package final class DeployedService {
    /// `intake`, `dispatch` and so on.
    package let name: String
    package let process: ChildProcess
    /// Where it serves health and metrics, on loopback.
    let port: Int
    /// From the start of the program until it serves `/livez`, in seconds.
    let startSeconds: Double

    /// How long a start and a getting ready may take on a busy machine, in seconds.
    private static let timeoutSeconds = 60.0
    /// Between two looks at whether it is ready, in seconds.
    private static let lookSeconds = 0.1

    /// Starts the program and waits until it answers `/livez`.
    init(_ name: String, program: String, environment: [String: String]) throws {
        self.name = name
        let start = ContinuousClock.now
        process = try ChildProcess(program, environment: environment, errors: .lines)
        let line = process.standardError?.first(within: Self.timeoutSeconds) { $0.contains("serving health and metrics") }
        startSeconds = (.now - start) / .seconds(1)
        guard let line, let port = Self.port(in: line) else {
            process.stop()
            throw DeploymentError("start redress-\(name)", Self.tail(of: process))
        }
        self.port = port
        guard try HealthProbe(port: port).get("/livez")?.status == 200 else {
            process.stop()
            throw DeploymentError("start redress-\(name)", "it serves health, and /livez does not answer 200\n\(Self.tail(of: process))")
        }
    }

    var processIdentifier: Int32 { process.processIdentifier }

    /// The lines of its log that are kept: the last 20,000.
    package var log: [String] { process.standardError?.all ?? [] }

    /// The last lines of its log.
    package var logTail: String { Self.tail(of: process) }

    /// Waits until `/readyz` answers 200.
    package func waitUntilReady() throws {
        let deadline = ContinuousClock.now + .seconds(Self.timeoutSeconds)
        var answer: (status: Int, body: [String])?
        while ContinuousClock.now < deadline {
            answer = try HealthProbe(port: port).get("/readyz")
            if answer?.status == 200 { return }
            guard process.wait(within: Self.lookSeconds) == nil else { break }
        }
        let reason = answer?.body.joined(separator: "; ") ?? "nobody answers"
        throw DeploymentError("wait until redress-\(name) is ready", "\(reason)\n\(logTail)")
    }

    /// The port, from the line of the log that says where health is served.
    static func port(in line: String) -> Int? {
        let digits = line.firstRange(of: "\"port\":").map { line[$0.upperBound...].prefix { $0.isASCII && $0.isNumber } }
        return digits.flatMap { Int(digits: $0) }
    }

    private static func tail(of process: ChildProcess) -> String {
        process.standardError?.all.suffix(10).joined(separator: "\n") ?? ""
    }
}
