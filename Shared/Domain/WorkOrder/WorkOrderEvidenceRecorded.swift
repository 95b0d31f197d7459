/// A piece of evidence of the investigation was put on file (S071, S097, S197 5.3).
public struct WorkOrderEvidenceRecorded: Hashable, Codable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    /// A kind of the policy, such as `customer-contact`.
    public let kind: String
    /// Where the document lies: a number, no personal data.
    public let reference: String
    /// What it shows, sealed.
    public let note: Sealed?
    public let by: ActorID
    public let at: Instant
}
