/// An amount was calculated, with its reasons; small ones are approved at once, others wait for a second person (S090, S198).
public struct ClaimProposed: Hashable, Codable, Sendable {
    public let complaint: ComplaintNumber
    public let claim: ClaimNumber
    /// `nil` for goodwill that no finding founds.
    public let liability: Liability?
    public let amount: Money
    public let lines: [AmountLine]
    /// The authority band the amount falls in.
    public let band: String
    public let approvalRequired: Bool
    /// Who proposed it: the maker, who may not approve it.
    public let by: ActorID
    public let at: Instant
    public internal(set) var kind: ClaimKind? = nil
    public internal(set) var ground: String? = nil
    public internal(set) var cause: String? = nil
}
