extension NoticeInput {
    /// The complaint it is about; `nil` for what opens no file.
    var complaint: ComplaintNumber? {
        switch self {
        case .complaint(let event): Self.complaint(of: event)
        case .workOrder(let event): Self.complaint(of: event)
        case .alert(let event): event.complaint
        case .claim(let event): event.complaint
        case .receipt, .wake: nil
        }
    }

    private static func complaint(of event: ComplaintEvent) -> ComplaintNumber? {
        switch event {
        case .registered(let payload): payload.complaint
        case .informationRequired(let payload): payload.complaint
        case .supplemented(let payload): payload.complaint
        case .urged(let payload): payload.complaint
        case .withdrawn(let payload): payload.complaint
        case .rejected: nil
        }
    }

    private static func complaint(of event: WorkOrderEvent) -> ComplaintNumber {
        switch event {
        case .dispatched(let payload): payload.complaint
        case .accepted(let payload): payload.complaint
        case .transferred(let payload): payload.complaint
        case .held(let payload): payload.complaint
        case .resumed(let payload): payload.complaint
        case .liabilityFound(let payload): payload.complaint
        case .answered(let payload): payload.complaint
        case .answerApproved(let payload): payload.complaint
        case .answerReturned(let payload): payload.complaint
        case .customerTold(let payload): payload.complaint
        case .urged(let payload): payload.complaint
        case .escalated(let payload): payload.complaint
        case .archived(let payload): payload.complaint
        case .commandRejected(let payload): payload.complaint
        }
    }
}
