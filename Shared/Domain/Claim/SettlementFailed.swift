/// Billing could not pay, or did not answer; a named state, not a log line.
public struct SettlementFailed: Hashable, Codable, Sendable {
    public let complaint: ComplaintNumber
    public let claim: ClaimNumber
    public let paymentKey: String
    /// From 1.
    public let attempt: Int
    public let reason: String
    /// Whether it will be tried again by itself.
    public let willRetry: Bool
    public let at: Instant
    /// The failure by the policy's name, where billing gave one; `no-answer` where it did not answer.
    public internal(set) var code: String? = nil
}
