/// What founds goodwill where no finding does: a person's grant, or the breach of a deadline.
public struct ClaimGift: Hashable, Codable, Sendable {
    public let ground: String
    public let by: ActorID
    /// Why, in the words of whoever gave it.
    public let reason: String
    /// The source and the id of the command, or the alert's id: what is told twice is given once.
    public let identity: String

    /// The maker of what the policy gives by itself.
    static let nobody = ActorID("sla-monitor")
}
