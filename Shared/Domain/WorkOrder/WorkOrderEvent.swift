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
    case urged(WorkOrderUrged)
    case escalated(WorkOrderEscalated)
    case archived(WorkOrderArchived)
    case commandRejected(CommandRejected)
}
