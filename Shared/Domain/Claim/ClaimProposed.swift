/// An amount was reckoned, with its reasons; small ones are approved at once, others wait for a second person (S090, S198).
public struct ClaimProposed: Hashable, Codable, Sendable {
    public let complaint: ComplaintNumber
    public let claim: ClaimNumber
    public let liability: Liability
    public let amount: Money
    public let lines: [AmountLine]
    /// The authority band the amount falls in.
    public let band: String
    public let approvalRequired: Bool
    /// Who proposed it: the maker, who may not approve it.
    public let by: ActorID
    public let at: Instant
}
