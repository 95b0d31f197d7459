/// What reaches the lane of a complaint in notification.
public enum NoticeInput: Hashable, Sendable {
    case complaint(ComplaintEvent)
    case workOrder(WorkOrderEvent)
    case alert(ClockEvent)
    case claim(ClaimEvent)
    case receipt(NotificationReceipt, CommandIdentity?)
    case wake

    /// The happening somebody may have to be told of.
    var cause: NoticeCause? {
        switch self {
        case .complaint(let event): NoticeCause(event)
        case .workOrder(let event): NoticeCause(event)
        case .alert(let event): NoticeCause(event)
        case .claim(let event): NoticeCause(event)
        case .receipt, .wake: nil
        }
    }
}
