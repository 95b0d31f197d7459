import Contracts

/// Which services run, and when all the work of a complaint counts as done.
enum Scenario: String, CaseIterable {
    /// Intake alone: until the complaint is in `redress.complaints`.
    case intake
    /// Intake and dispatch: until the work order is in `redress.work-orders`.
    case intakeDispatch
    /// All five: until every service has taken everything, and what it decided is published.
    case all

    /// Its name on the command line.
    var word: String {
        switch self {
        case .intake: "intake"
        case .intakeDispatch: "intake-dispatch"
        case .all: "all"
        }
    }

    var services: [String] {
        switch self {
        case .intake: ["intake"]
        case .intakeDispatch: ["intake", "dispatch"]
        case .all: DeploymentPlan.services
        }
    }

    /// The topics whose messages are counted. The more are read, the more a broker is asked to do, so they are few.
    var watched: [Topic] {
        switch self {
        case .intake: [.complaints, .deadLetters]
        case .intakeDispatch: [.workOrders, .deadLetters]
        case .all: [.complaints, .workOrders, .alerts, .compensations, .notifications, .deadLetters]
        }
    }

    /// The topics that hold at least one message for each complaint once its work is done.
    var results: [Topic] {
        switch self {
        case .intake: [.complaints]
        case .intakeDispatch: [.workOrders]
        case .all: [.complaints, .workOrders, .notifications]
        }
    }

    var title: String {
        switch self {
        case .intake: "intake alone"
        case .intakeDispatch: "intake and dispatch"
        case .all: "all five services"
        }
    }
}
