/// Nothing is owed: the operator is not at fault, or the ground gives no amount.
public struct ClaimDenied: Hashable, Codable, Sendable {
    public let complaint: ComplaintNumber
    public let claim: ClaimNumber
    public let liability: Liability
    public let reason: String
    public let at: Instant
}
