/// What can be asked of a run, each by its word on the command line.
enum BenchPart: String, CaseIterable {
    /// How long each service takes to start, and how much memory that takes.
    case start
    case intake
    case intakeDispatch = "intake-dispatch"
    case all
    /// From the sending of a complaint to its dispatched work order, at steady rates.
    case latency

    /// What is measured where nothing is named: all that is over in minutes.
    static let standard: [BenchPart] = [.start, .intake, .intakeDispatch, .all, .latency]

    /// The load that it is the throughput of; `nil` where it is no throughput.
    var scenario: Scenario? {
        switch self {
        case .intake: .intake
        case .intakeDispatch: .intakeDispatch
        case .all: .all
        case .start, .latency: nil
        }
    }
}
