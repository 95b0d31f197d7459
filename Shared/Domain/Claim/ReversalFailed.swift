/// Billing could not take the payment back, or did not answer: the customer still has it, and a person has to act.
public struct ReversalFailed: Hashable, Codable, Sendable {
    public let complaint: ComplaintNumber
    public let claim: ClaimNumber
    public let paymentKey: String
    /// From 1.
    public let attempt: Int
    public let reason: String
    public let at: Instant
}
