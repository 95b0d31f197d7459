/// The work order goes its own way again.
public struct WorkOrderUnmerged: Hashable, Codable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    /// The complaint it went with.
    public let from: ComplaintNumber
    /// Why.
    public let reason: String
    public let by: ActorID
    public let at: Instant
}
