/// An approver declined, or a later finding replaced what nobody had decided; then it is by whoever found that.
public struct ClaimDeclined: Hashable, Codable, Sendable {
    public let complaint: ComplaintNumber
    public let claim: ClaimNumber
    public let reason: String
    public let by: ActorID
    public let at: Instant
}
