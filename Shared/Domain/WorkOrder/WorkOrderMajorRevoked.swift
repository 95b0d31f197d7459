/// A person found that the complaint is not a major one after all (S134).
public struct WorkOrderMajorRevoked: Hashable, Codable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    /// Why.
    public let reason: String
    public let by: ActorID
    public let at: Instant
}
