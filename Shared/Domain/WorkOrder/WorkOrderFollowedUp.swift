/// The customer was asked afterwards whether it is really settled 回访 (S109, S110).
public struct WorkOrderFollowedUp: Hashable, Codable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    /// Whether the customer was reached.
    public let reached: Bool
    /// From 1, very dissatisfied, to 5, very satisfied.
    public let satisfaction: Int?
    /// Whether the customer says it is settled.
    public let resolved: Bool?
    /// What else troubles the customer, sealed.
    public let otherProblems: Sealed?
    public let by: ActorID
    public let at: Instant
}
