/// A person within the authority band, other than the maker, approved; or the policy did.
public struct ClaimApproved: Hashable, Codable, Sendable {
    public let complaint: ComplaintNumber
    public let claim: ClaimNumber
    public let amount: Money
    /// `nil` where the band needs no person.
    public let by: ActorID?
    public let at: Instant
}
