/// Work goes on.
public struct WorkOrderResumed: Hashable, Codable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    public let by: ActorID
    public let at: Instant
}
