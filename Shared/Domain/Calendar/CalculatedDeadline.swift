/// A deadline calculated by a calendar.
public struct CalculatedDeadline: Hashable, Codable, Sendable {
    /// The first instant that is too late.
    public let instant: Instant
    /// It depends on a year whose holidays are not yet published.
    public let isProvisional: Bool
}
