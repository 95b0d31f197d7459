/// What sla-monitor says on `redress.alerts` of more than one complaint.
public enum RiskEvent: Hashable, Sendable {
    case risk(RiskAlert)
    case burst(BurstAlert)
    case cleared(RiskCleared)
}

extension RiskEvent {
    /// The identity, which is also the CloudEvents id.
    public var identity: String {
        switch self {
        case .risk(let alert): alert.alert
        case .burst(let alert): alert.alert
        case .cleared(let event): event.cleared
        }
    }
}
