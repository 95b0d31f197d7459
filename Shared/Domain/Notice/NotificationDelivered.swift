/// The gateway said the message arrived.
public struct NotificationDelivered: Hashable, Codable, Sendable {
    public let notification: NoticeNumber
    public let complaint: ComplaintNumber
    public let at: Instant
}
