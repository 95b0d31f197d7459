// Which complaint an event is about, for the file it belongs in.

extension ComplaintEvent {
    /// The complaint it is about; `nil` where none was registered.
    var complaint: ComplaintNumber? {
        switch self {
        case .registered(let payload): payload.complaint
        case .informationRequired(let payload): payload.complaint
        case .supplemented(let payload): payload.complaint
        case .urged(let payload): payload.complaint
        case .withdrawn(let payload): payload.complaint
        case .rejected: nil
        }
    }
}

extension WorkOrderEvent {
    /// The complaint it is about.
    var complaint: ComplaintNumber {
        switch self {
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

extension ClaimEvent {
    /// The complaint it is about.
    var complaint: ComplaintNumber {
        switch self {
        case .proposed(let payload): payload.complaint
        case .approved(let payload): payload.complaint
        case .declined(let payload): payload.complaint
        case .denied(let payload): payload.complaint
        case .settlementRequested(let payload): payload.complaint
        case .settled(let payload): payload.complaint
        case .settlementFailed(let payload): payload.complaint
        case .commandRejected(let payload): payload.complaint
        }
    }
}
