/// A person found that the complaint is a major one 重大投诉 (S056, S131–S134).
public struct WorkOrderMajorDeclared: Hashable, Codable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    /// Group complaint or major public opinion.
    public let ground: MajorGround
    /// On what finding: a reference, no personal data.
    public let evidence: String
    /// The id of the alert of major risk it follows.
    public let alert: String?
    public let by: ActorID
    public let at: Instant
}
