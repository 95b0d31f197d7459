/// What a channel gateway says became of a message.
public struct NotificationReceipt: Hashable, Codable, Sendable {
    /// How an attempt ended.
    public enum Outcome: String, Codable, Sendable, CaseIterable {
        case delivered
        case failed
    }
    public let notification: NoticeNumber
    public let outcome: Outcome
    /// Which attempt it is about; `nil` means the latest.
    public let attempt: Int?
    public let reason: String?
    public let at: Instant

    public init(notification: NoticeNumber, outcome: Outcome, attempt: Int? = nil, reason: String?, at: Instant) {
        self.notification = notification
        self.outcome = outcome
        self.attempt = attempt
        self.reason = reason
        self.at = at
    }
}
