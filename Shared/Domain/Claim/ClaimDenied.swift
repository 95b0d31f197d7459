/// Nothing is owed: the operator is not at fault, the ground gives no amount, or all of it has been claimed already.
public struct ClaimDenied: Hashable, Codable, Sendable {
    public let complaint: ComplaintNumber
    public let claim: ClaimNumber
    public let liability: Liability
    /// In words for the people who found it.
    public let reason: String
    public let at: Instant
    /// For the customer, whom the templates tell it in their own language; `nil` in events of former releases.
    public internal(set) var code: DenialReason? = nil
    /// The ground of the finding, where it names one.
    public internal(set) var ground: String? = nil
}
