/// An alert that went out: its identity within the complaint, so that it never goes out again.
public struct FiredThreshold: Hashable, Codable, Sendable {
    public let clock: ClockName
    /// From 1.
    public let cycle: Int
    /// Per cent of the allowed time.
    public let threshold: Int
    public let firedAt: Instant
}
