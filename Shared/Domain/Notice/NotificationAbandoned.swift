/// No further attempt will be made: every one failed and a person has to reach the customer, or the message was overtaken.
public struct NotificationAbandoned: Hashable, Codable, Sendable {
    public let notification: NoticeNumber
    public let complaint: ComplaintNumber
    public let attempts: Int
    /// What the last receipt said, `no receipt`, or `overtaken` where the complaint went on before a retry.
    public let reason: String
    public let at: Instant
}
