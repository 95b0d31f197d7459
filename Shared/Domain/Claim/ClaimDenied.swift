/// Nothing is owed: the operator is not at fault, the ground gives no amount, or all of it has been claimed already.
public struct ClaimDenied: Hashable, Codable, Sendable {
    public let complaint: ComplaintNumber
    public let claim: ClaimNumber
    public let liability: Liability
    public let reason: String
    public let at: Instant
}
