/// The unit took the work order on.
public struct WorkOrderAccepted: Hashable, Codable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    public let unit: Unit
    public let by: ActorID
    public let at: Instant
}
