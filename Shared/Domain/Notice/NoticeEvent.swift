/// What notification says happened, on `redress.notifications`.
public enum NoticeEvent: Hashable, Sendable {
    case requested(NotificationRequested)
    case delivered(NotificationDelivered)
    case abandoned(NotificationAbandoned)
    case customerUnreached(CustomerUnreached)
    case digestRequested(StaffDigest)
    case receiptRejected(ReceiptRejected)
}
