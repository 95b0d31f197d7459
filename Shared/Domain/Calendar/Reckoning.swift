/// A deadline reckoned by a calendar.
public struct Reckoning: Hashable, Codable, Sendable {
    /// The first instant that is too late.
    public let instant: Instant
    /// It rests on a year whose holidays are not yet published.
    public let isProvisional: Bool
}
