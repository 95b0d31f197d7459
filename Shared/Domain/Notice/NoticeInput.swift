/// What reaches the lane of a complaint in notification.
public enum NoticeInput: Hashable, Sendable {
    case complaint(ComplaintEvent)
    case workOrder(WorkOrderEvent)
    case alert(ClockEvent)
    case claim(ClaimEvent)
    /// Many complaints of the same, told to units; its file is the risk's own.
    case risk(RiskAlert)
    case receipt(NotificationReceipt, CommandIdentity?)
    /// A customer asks, through a gateway, how the complaint stands.
    case progressRequested(ComplaintNumber, CommandIdentity)
    case wake

    /// The happenings somebody may have to be notified of.
    var causes: [NoticeCause] {
        switch self {
        case .complaint(let event): [NoticeCause(event), NoticeCause.appeal(event)].compactMap(\.self)
        case .workOrder(let event): [NoticeCause(event) ?? NoticeCause(handling: event), NoticeCause.contentment(event)].compactMap(\.self)
        case .alert(let event): [NoticeCause(event)].compactMap(\.self)
        case .claim(let event): [NoticeCause(event)].compactMap(\.self)
        case .risk(let alert): [NoticeCause(alert)]
        case .progressRequested(_, let identity): [NoticeCause.progressRequested(by: identity)]
        case .receipt, .wake: []
        }
    }
}
