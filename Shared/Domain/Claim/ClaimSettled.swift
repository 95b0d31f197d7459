/// Billing has paid. It carries the statement the customer gets in writing: what was paid, for what, by which rule (S108).
public struct ClaimSettled: Hashable, Codable, Sendable {
    public let complaint: ComplaintNumber
    public let claim: ClaimNumber
    public let amount: Money
    public let paymentKey: String
    /// The reference billing gave.
    public let reference: String?
    public let at: Instant
    /// The reasons; they add up to the amount.
    public internal(set) var statement: [AmountLine]? = nil
    public internal(set) var kind: ClaimKind? = nil
    public internal(set) var liability: Liability? = nil
}
