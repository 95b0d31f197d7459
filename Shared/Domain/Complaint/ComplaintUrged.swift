/// The customer urged a complaint that is still open: no new ticket (S058).
public struct ComplaintUrged: Hashable, Codable, Sendable {
    public let complaint: ComplaintNumber
    public let channel: Channel
    /// How often it has been urged, this time included; from 1.
    public let count: Int
    public let at: Instant
}
