/// What sla-monitor says of one complaint, on `redress.alerts`.
public enum ClockEvent: Hashable, Sendable {
    case warned(Alert)
    case breached(Alert)
    case abnormal(AbnormalAlert)
    case cleared(AlarmCleared)
}

extension ClockEvent {
    /// The alert of a deadline; `nil` for one of an abnormal work order, and for what calls alerts off.
    public var alert: Alert? {
        switch self {
        case .warned(let alert), .breached(let alert): alert
        case .abnormal, .cleared: nil
        }
    }

    /// The identity, which is also the CloudEvents id.
    public var identity: String {
        switch self {
        case .warned(let alert), .breached(let alert): alert.alert
        case .abnormal(let alert): alert.alert
        case .cleared(let event): event.cleared
        }
    }

    public var complaint: ComplaintNumber {
        switch self {
        case .warned(let alert), .breached(let alert): alert.complaint
        case .abnormal(let alert): alert.complaint
        case .cleared(let event): event.complaint
        }
    }

    /// Which step of the escalation ladder it calls for; 0 for none.
    public var step: Int {
        switch self {
        case .warned(let alert), .breached(let alert): alert.step
        case .abnormal(let alert): alert.step
        case .cleared: 0
        }
    }
}
