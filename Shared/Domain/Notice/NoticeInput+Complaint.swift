extension NoticeInput {
    /// The complaint it is about; `nil` for what opens no file.
    var complaint: ComplaintNumber? {
        switch self {
        case .complaint(let event): Self.complaint(of: event)
        case .workOrder(let event): event.complaint
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
        case .exposed(let payload): payload.complaint
        case .flagged(let payload): payload.complaint
        case .feedbackGiven(let payload): payload.complaint
        case .rejected: nil
        }
    }
}
