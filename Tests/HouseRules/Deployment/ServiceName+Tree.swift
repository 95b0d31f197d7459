import Contracts

extension ServiceName {
    /// Its folder under `Services`, and the beginning of its module's name.
    var folder: String {
        switch self {
        case .intake: "Intake"
        case .dispatch: "Dispatch"
        case .slaMonitor: "SLAMonitor"
        case .compensation: "Compensation"
        case .notification: "Notification"
        }
    }

    /// The executables of the product: the command for people, and the services.
    static var programs: [String] { ["redress"] + allCases.map(\.program) }
}
