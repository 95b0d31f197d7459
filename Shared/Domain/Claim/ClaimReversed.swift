/// Billing has taken the payment back: the claim counts as paid no longer.
public struct ClaimReversed: Hashable, Codable, Sendable {
    public let complaint: ComplaintNumber
    public let claim: ClaimNumber
    public let amount: Money
    public let paymentKey: String
    /// The reference billing gave.
    public let reference: String?
    public let at: Instant
}
