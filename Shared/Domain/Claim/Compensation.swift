/// What compensation remembers of one complaint.
public enum Compensation: Codable, Sendable, Equatable {
    case unregistered(WaitingFindings)
    case registered(ClaimState)

    public var status: ClaimStatus {
        switch self {
        case .unregistered: .unregistered
        case .registered(let file): file.status
        }
    }
}
