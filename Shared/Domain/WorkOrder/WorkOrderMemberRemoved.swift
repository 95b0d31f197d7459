/// A complaint that went with this one goes its own way again.
public struct WorkOrderMemberRemoved: Hashable, Codable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    /// The other complaint.
    public let member: ComplaintNumber
    public let at: Instant
}
