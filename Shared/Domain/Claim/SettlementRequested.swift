/// Billing is asked to pay; the key makes asking twice harmless.
public struct SettlementRequested: Hashable, Codable, Sendable {
    public let complaint: ComplaintNumber
    public let claim: ClaimNumber
    public let line: LineReference
    public let amount: Money
    /// Unique for each payment; billing pays a key once.
    public let paymentKey: String
    /// From 1.
    public let attempt: Int
    public let at: Instant
}
