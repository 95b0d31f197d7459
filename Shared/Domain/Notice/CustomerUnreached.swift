/// Nobody reached the customer for the follow-up, as often as the policy says; the question goes out in writing, and that is its end (S109).
public struct CustomerUnreached: Hashable, Codable, Sendable {
    public let complaint: ComplaintNumber
    /// How often a person was asked to call.
    public let attempts: Int
    public let at: Instant
}
