/// An approver declined.
public struct ClaimDeclined: Hashable, Codable, Sendable {
    public let complaint: ComplaintNumber
    public let claim: ClaimNumber
    public let reason: String
    public let by: ActorID
    public let at: Instant
}
