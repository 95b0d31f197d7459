/// The media or the internet have shown an open complaint's matter (S131, S135).
public struct ComplaintExposed: Hashable, Codable, Sendable {
    public let complaint: ComplaintNumber
    public let channel: Channel
    public let exposure: Exposure
    /// Whether the complaint is major from now on, by the policy.
    public let major: Bool
    public let at: Instant
    /// The CloudEvents source and id of the event it answers; `nil` where a release wrote it that did not say so.
    public internal(set) var eventSource: String? = nil
    public internal(set) var eventID: String? = nil
}
