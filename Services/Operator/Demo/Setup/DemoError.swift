import CommandLine

/// Why the demo cannot go on.
enum DemoError: Error, CustomStringConvertible {
    /// The broker has the topics of a system that is at work.
    case brokerInUse(String, topic: String)
    case executableMissing(String)
    case serviceEnded(String, log: String)
    case notReady(log: String)
    case unusableData(String)

    var exitCode: ExitCode {
        switch self {
        case .brokerInUse, .executableMissing: .configuration
        case .serviceEnded: .internalError
        case .notReady: .unavailable
        case .unusableData: .dataError
        }
    }

    var description: String {
        switch self {
        case .brokerInUse(let servers, let topic):
            "the broker at \(servers) has the topic \(topic) already; the demo makes its own topics and deletes them again. "
                + "Expected: a broker without them, or KAFKA_BOOTSTRAP_SERVERS unset for the embedded one"
        case .executableMissing(let path): "\(path) is missing; expected all five services beside redress: run Ops/demo, which builds them"
        case .serviceEnded(let name, let log): "\(name) ended by itself; the end of its log:\n\(log)"
        case .notReady(let log): "the services were not ready in time; what their logs say:\n\(log)"
        case .unusableData(let reason): reason
        }
    }
}
