/// The work order goes with another of the same cause: one investigation, one answer, every customer told (S141).
public struct WorkOrderMerged: Hashable, Codable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    /// The complaint it goes with.
    public let into: ComplaintNumber
    /// The cause they have in common.
    public let reason: String
    public let by: ActorID
    public let at: Instant
}
