/// The work order went to another unit; the first contact stays responsible (S046, S098).
public struct WorkOrderTransferred: Hashable, Codable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    public let from: Unit
    public let to: Unit
    public let by: ActorID
    public let reason: String
    public let at: Instant
    /// The desk within the new unit, where the policy names desks.
    public internal(set) var desk: Desk? = nil
}
