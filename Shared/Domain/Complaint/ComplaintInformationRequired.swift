/// A complaint has its number but not yet all it needs; the customer is asked (S069, S070).
public struct ComplaintInformationRequired: Hashable, Codable, Sendable {
    public let complaint: ComplaintNumber
    public let line: LineReference
    public let channel: Channel
    public let province: Province
    public let language: Language
    public let personal: Sealed
    /// The fields that are missing, by their names on the wire.
    public let missing: [String]
    public let askedAt: Instant
    /// The CloudEvents source and id of the event it answers; `nil` where a release wrote it that did not say so.
    public internal(set) var eventSource: String? = nil
    public internal(set) var eventID: String? = nil
}
