/// What reaches the lane of a complaint at sla-monitor.
public enum SLAInput: Hashable, Sendable {
    case complaint(ComplaintEvent)
    case workOrder(WorkOrderEvent)
    case claim(ClaimEvent)
    case wake
}

extension SLAInput {
    /// The complaint whose file it belongs in; `nil` for what holds no fact about one.
    var complaint: ComplaintNumber? {
        switch self {
        case .complaint(let event): Self.complaint(of: event)
        case .workOrder(let event): Self.complaint(of: event)
        case .claim(let event): event.complaint
        case .wake: nil
        }
    }

    private static func complaint(of event: ComplaintEvent) -> ComplaintNumber? {
        switch event {
        case .registered(let event): event.complaint
        case .informationRequired(let event): event.complaint
        case .supplemented(let event): event.complaint
        case .urged(let event): event.complaint
        case .withdrawn(let event): event.complaint
        case .exposed(let event): event.complaint
        case .flagged(let event): event.complaint
        case .feedbackGiven(let event): event.complaint
        case .rejected: nil
        }
    }

    private static func complaint(of event: WorkOrderEvent) -> ComplaintNumber? {
        if case .commandRejected = event { return nil }
        return event.complaint
    }
}
