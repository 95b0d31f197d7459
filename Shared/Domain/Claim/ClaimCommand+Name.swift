extension ClaimCommand {
    /// A command without what it carries: for lists of what may be asked now.
    public enum Name: String, Sendable, CaseIterable {
        case approve
        case decline
        case confirmSettlement = "confirm-settlement"
        case failSettlement = "fail-settlement"
        case retrySettlement = "retry-settlement"
    }

    public var name: Name {
        switch self {
        case .approve: .approve
        case .decline: .decline
        case .confirmSettlement: .confirmSettlement
        case .failSettlement: .failSettlement
        case .retrySettlement: .retrySettlement
        }
    }
}
