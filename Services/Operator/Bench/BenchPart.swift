/// What can be asked of a run, each by its word on the command line.
enum BenchPart: String, CaseIterable {
    /// How long each service takes to start, and how much memory that takes.
    case start
    case intake
    case intakeDispatch = "intake-dispatch"
    case all
    /// From the sending of a complaint to its dispatched work order, at steady rates.
    case latency
    /// What five services and their servers use while nothing happens.
    case idle
    /// How long a lane with many unconfirmed events takes to work again.
    case recovery
    /// How late alerts are when many clocks are armed.
    case timers
    /// How long complaints wait while services are restarted one after the other.
    case restart
    /// Throughput and latency with many complaints in the tables.
    case grown

    /// What is measured where nothing is named: all that is over in minutes.
    static let standard: [BenchPart] = [.start, .intake, .intakeDispatch, .all, .latency]

    /// The load that it is the throughput of; `nil` where it is no throughput.
    var scenario: Scenario? {
        switch self {
        case .intake: .intake
        case .intakeDispatch: .intakeDispatch
        case .all: .all
        case .start, .latency, .idle, .recovery, .timers, .restart, .grown: nil
        }
    }
}
