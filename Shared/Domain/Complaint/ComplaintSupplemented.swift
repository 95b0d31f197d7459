/// The customer added to a complaint.
public struct ComplaintSupplemented: Hashable, Codable, Sendable {
    public let complaint: ComplaintNumber
    public let personal: Sealed
    /// What is still missing, by the fields' names on the wire; empty when complete.
    public let stillMissing: [String]
    public let at: Instant
    /// The duties that the supplement shows to be done.
    public internal(set) var doneDuties: [DutyDone]?
    /// What intake still owes a registered complaint; `nil` for nothing.
    public internal(set) var openDuties: [Duty]?
    /// The CloudEvents source and id of the event it answers; `nil` where a release wrote it that did not say so.
    public internal(set) var eventSource: String? = nil
    public internal(set) var eventID: String? = nil
}
