/// An approver declined, or a later finding replaced what nobody had decided; then it is by whoever found that.
public struct ClaimDeclined: Hashable, Codable, Sendable {
    public let complaint: ComplaintNumber
    public let claim: ClaimNumber
    public let reason: String
    public let by: ActorID
    public let at: Instant

    /// The code under which the templates have words for it; the person's own reason is the desk's to read.
    static let word = "not-approved"

    /// Whether a later finding took its place: then that one's end is what the customer hears.
    var isReplaced: Bool { reason == ClaimState.replaced }
}
