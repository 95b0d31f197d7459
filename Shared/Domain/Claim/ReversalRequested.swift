/// Billing is asked to take a payment back.
public struct ReversalRequested: Hashable, Codable, Sendable {
    public let complaint: ComplaintNumber
    public let claim: ClaimNumber
    public let line: LineReference
    public let amount: Money
    /// The key it was paid under.
    public let paymentKey: String
    /// The reference of the payment.
    public let reference: String?
    /// From 1.
    public let attempt: Int
    public let reason: String
    public let by: ActorID
    public let at: Instant
}
