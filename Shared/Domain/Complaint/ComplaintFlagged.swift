/// A complaint goes over somebody's head, or threatens to, and is reported upward (S050).
public struct ComplaintFlagged: Hashable, Codable, Sendable {
    public let complaint: ComplaintNumber
    /// The flags that were not known of this complaint before.
    public let flags: [Flag]
    /// The unit that is to be told.
    public let reportTo: Unit
    public let at: Instant
}
