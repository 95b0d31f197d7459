/// One message on its way: waiting to go out, or gone out and waiting for its receipt.
public struct NoticeDelivery: Hashable, Codable, Sendable {
    /// What is waited for, and until when.
    public enum Standing: Hashable, Codable, Sendable {
        /// To be sent then: after quiet hours, or after a failed attempt.
        case waiting(until: Instant)
        /// Sent; counts as failed when no receipt has come by then.
        case sent(timeout: Instant)
    }

    public let number: NoticeNumber
    public let template: TemplateName
    public let audience: Audience
    public let cause: NoticeCause
    /// The unit told; `nil` for customers.
    public let unit: Unit?
    /// How often it was sent; 0 until the first time.
    public internal(set) var attempts: Int
    public internal(set) var standing: Standing
    /// The receipt counted last, by source and id, so that its repetition does not count.
    public internal(set) var lastReceipt: String?

    /// When the owner has to look at it again.
    var due: Instant {
        switch standing {
        case .waiting(let until): until
        case .sent(let timeout): timeout
        }
    }
}
