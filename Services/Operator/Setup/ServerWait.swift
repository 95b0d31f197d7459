import CommandLine
import Dispatch
import Domain
import Kafka
import Postgres
import Runtime

/// Waits for a server that is not there yet, so that who sets things up may start everything at once.
struct ServerWait {
    /// What the command waits for, in words: `PostgreSQL` or `the brokers`.
    let server: String
    /// How long from now on.
    private let deadline: ContinuousClock.Instant
    private let limit: String
    private let say: (String) -> Void

    /// How long lies between two attempts, in milliseconds.
    private static let pauseMilliseconds = 500

    static let option = Option(
        "wait", value: .duration, environment: "REDRESS_SETUP_WAIT", default: "60s",
        help: "How long to wait for a server that does not answer yet; 0s does not wait.")

    /// - Parameter say: called once, with why it waits.
    init(
        for server: String, _ arguments: Arguments,
        say: @escaping (String) -> Void = { StandardStream.errors.write("redress: \($0)\n") }
    ) {
        self.init(for: server, atMost: arguments.duration("wait") ?? .zero, said: arguments.string("wait") ?? "0s", say: say)
    }

    init(for server: String, atMost timeout: Duration, said limit: String, say: @escaping (String) -> Void) {
        self.server = server
        self.limit = limit
        self.say = say
        deadline = ContinuousClock.now.advanced(by: timeout)
    }

    /// Does it, again and again while the server is not there.
    ///
    /// - Throws: what no waiting mends at once; what the last attempt met once time is up.
    func perform<Value>(_ attempt: () throws -> Value) throws -> Value {
        var hasSaid = false
        while true {
            do {
                return try attempt()
            } catch {
                guard Self.mayPass(error), ContinuousClock.now < deadline else { throw error }
                if !hasSaid {
                    say("waiting up to \(limit) for \(server): \(error)")
                    hasSaid = true
                }
                _ = DispatchSemaphore(value: 0).wait(timeout: .now() + .milliseconds(Self.pauseMilliseconds))
            }
        }
    }

    /// Whether it may be otherwise in a moment: nobody listens yet, or who does is still starting. A password, a name or a right that is refused
    /// is not: that is said at once.
    static func mayPass(_ error: any Error) -> Bool {
        switch error {
        case let error as PostgresError: error.isConnectionLoss && !isRefusal(error)
        // While brokers come up, there may be fewer than a topic has copies.
        case let error as KafkaError: !error.isRefusal && (error.isRetriable || error.code == tooFewBrokers)
        default: false
        }
    }

    /// Kafka's `INVALID_REPLICATION_FACTOR`.
    private static let tooFewBrokers: Int32 = 38

    /// A server that answers with `FATAL` is there, and refuses, unless it says that it is only starting or ending.
    private static func isRefusal(_ error: PostgresError) -> Bool {
        guard case .connection = error.kind, error.message.contains("FATAL") else { return false }
        return !["starting up", "shutting down", "not yet accepting", "recovery", "too many"].contains(where: error.message.contains)
    }
}
