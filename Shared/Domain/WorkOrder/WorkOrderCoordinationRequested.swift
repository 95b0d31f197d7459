/// Another unit was asked to contribute; the responsible unit stays responsible (S098, S150).
public struct WorkOrderCoordinationRequested: Hashable, Codable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    /// The unit that is asked.
    public let unit: Unit
    /// The province, where a unit of another province is asked (S150).
    public let province: Province?
    /// What is asked of it.
    public let request: String
    public let by: ActorID
    public let at: Instant
}
