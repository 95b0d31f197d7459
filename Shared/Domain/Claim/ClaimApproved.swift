/// A person within the authority band, other than the maker, approved; or the policy did. From here on the money counts as paid.
public struct ClaimApproved: Hashable, Codable, Sendable {
    public let complaint: ComplaintNumber
    public let claim: ClaimNumber
    public let amount: Money
    /// `nil` where the band needs no person.
    public let by: ActorID?
    public let at: Instant
    /// Whose authority it was, where a deputy approved.
    public internal(set) var onBehalfOf: ActorID? = nil
    public internal(set) var kind: ClaimKind? = nil
    public internal(set) var ground: String? = nil
    public internal(set) var cause: String? = nil
}
