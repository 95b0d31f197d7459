/// The work order went to another desk of the same unit, so that none is flooded (S193, S195).
public struct WorkOrderRedistributed: Hashable, Codable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    /// The unit, which stays the same.
    public let unit: Unit
    /// The desk that had it.
    public let from: Desk?
    /// The desk that has it now.
    public let to: Desk
    /// Why.
    public let reason: String
    /// How many work orders the former desk said it has.
    public let load: Int?
    public let by: ActorID
    public let at: Instant
}
