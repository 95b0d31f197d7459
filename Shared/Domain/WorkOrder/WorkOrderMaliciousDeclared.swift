/// An investigation found the complaint malicious or false, and what follows by its seriousness (S088).
public struct WorkOrderMaliciousDeclared: Hashable, Codable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    /// Malicious or false.
    public let kind: MaliciousKind
    /// What was found, without personal data.
    public let finding: String
    /// Where the evidence lies: a number, no personal data.
    public let evidence: String
    /// A measure of the policy, such as `explain`.
    public let measure: String
    public let by: ActorID
    public let at: Instant
}
