/// The customer took the complaint back.
public struct ComplaintWithdrawn: Hashable, Codable, Sendable {
    public let complaint: ComplaintNumber
    public let at: Instant
    /// The CloudEvents source and id of the event it answers; `nil` where a release wrote it that did not say so.
    public internal(set) var eventSource: String? = nil
    public internal(set) var eventID: String? = nil
}
