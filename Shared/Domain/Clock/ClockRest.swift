/// A stretch in which work, and with it a clock, rests.
public struct ClockRest: Hashable, Codable, Sendable {
    /// A reason code of the policy, such as `waiting-for-customer`.
    public let reason: String
    public let from: Instant
    /// `nil` while it lasts.
    public let until: Instant?
}
