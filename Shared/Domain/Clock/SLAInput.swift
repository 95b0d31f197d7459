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
        case .rejected: nil
        }
    }

    private static func complaint(of event: WorkOrderEvent) -> ComplaintNumber? {
        switch event {
        case .dispatched(let event): event.complaint
        case .accepted(let event): event.complaint
        case .transferred(let event): event.complaint
        case .held(let event): event.complaint
        case .resumed(let event): event.complaint
        case .liabilityFound(let event): event.complaint
        case .answered(let event): event.complaint
        case .answerApproved(let event): event.complaint
        case .answerReturned(let event): event.complaint
        case .customerTold(let event): event.complaint
        case .urged(let event): event.complaint
        case .escalated(let event): event.complaint
        case .archived(let event): event.complaint
        case .commandRejected: nil
        }
    }
}
