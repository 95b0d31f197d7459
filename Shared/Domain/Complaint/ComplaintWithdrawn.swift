/// The customer took the complaint back.
public struct ComplaintWithdrawn: Hashable, Codable, Sendable {
    public let complaint: ComplaintNumber
    public let at: Instant
}
