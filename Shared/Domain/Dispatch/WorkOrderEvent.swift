/// What dispatch says happened, on `redress.work-orders`.
public enum WorkOrderEvent: Hashable, Sendable {
    case dispatched(WorkOrderDispatched)
    case accepted(WorkOrderAccepted)
    case transferred(WorkOrderTransferred)
    case held(WorkOrderHeld)
    case resumed(WorkOrderResumed)
    case liabilityFound(WorkOrderLiabilityFound)
    case answered(WorkOrderAnswered)
    case answerApproved(WorkOrderAnswerApproved)
    case answerReturned(WorkOrderAnswerReturned)
    case customerTold(WorkOrderCustomerTold)
    case customerUntold(WorkOrderCustomerUntold)
    case urged(WorkOrderUrged)
    case escalated(WorkOrderEscalated)
    case archived(WorkOrderArchived)
    case coordinationRequested(WorkOrderCoordinationRequested)
    case contributed(WorkOrderContributed)
    case evidenceRecorded(WorkOrderEvidenceRecorded)
    case meetingRecorded(WorkOrderMeetingRecorded)
    case redistributed(WorkOrderRedistributed)
    case supervised(WorkOrderSupervised)
    case reviewRequested(WorkOrderReviewRequested)
    case majorDeclared(WorkOrderMajorDeclared)
    case majorRevoked(WorkOrderMajorRevoked)
    case reported(WorkOrderReported)
    case planFiled(WorkOrderPlanFiled)
    case scriptFiled(WorkOrderScriptFiled)
    case maliciousDeclared(WorkOrderMaliciousDeclared)
    case maliciousRevoked(WorkOrderMaliciousRevoked)
    case merged(WorkOrderMerged)
    case unmerged(WorkOrderUnmerged)
    case memberAdded(WorkOrderMemberAdded)
    case memberRemoved(WorkOrderMemberRemoved)
    case entrusted(WorkOrderEntrusted)
    case followedUp(WorkOrderFollowedUp)
    case dissatisfied(WorkOrderDissatisfied)
    case appealStepRecorded(WorkOrderAppealStepRecorded)
    case flagged(WorkOrderFlagged)
    case commandRejected(CommandRejected)
    case commandWaiting(WorkOrderCommandWaiting)
    /// Not a fact but a message to the dispatch of another complaint, on `redress.work-order-commands`.
    case asked(MergerMessage)
}

extension WorkOrderEvent {
    /// The complaint it is about, which is also its Kafka key.
    public var complaint: ComplaintNumber {
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
        case .customerUntold(let payload): payload.complaint
        case .urged(let payload): payload.complaint
        case .escalated(let payload): payload.complaint
        case .archived(let payload): payload.complaint
        case .coordinationRequested(let payload): payload.complaint
        case .contributed(let payload): payload.complaint
        case .evidenceRecorded(let payload): payload.complaint
        case .meetingRecorded(let payload): payload.complaint
        case .redistributed(let payload): payload.complaint
        case .supervised(let payload): payload.complaint
        case .reviewRequested(let payload): payload.complaint
        case .majorDeclared(let payload): payload.complaint
        case .majorRevoked(let payload): payload.complaint
        case .reported(let payload): payload.complaint
        case .planFiled(let payload): payload.complaint
        case .scriptFiled(let payload): payload.complaint
        case .maliciousDeclared(let payload): payload.complaint
        case .maliciousRevoked(let payload): payload.complaint
        case .merged(let payload): payload.complaint
        case .unmerged(let payload): payload.complaint
        case .memberAdded(let payload): payload.complaint
        case .memberRemoved(let payload): payload.complaint
        case .entrusted(let payload): payload.complaint
        case .followedUp(let payload): payload.complaint
        case .dissatisfied(let payload): payload.complaint
        case .appealStepRecorded(let payload): payload.complaint
        case .flagged(let payload): payload.complaint
        case .commandRejected(let payload): payload.complaint
        case .commandWaiting(let payload): payload.complaint
        case .asked(let payload): payload.complaint
        }
    }
}
