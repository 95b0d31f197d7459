/// Another complaint goes with this one.
public struct WorkOrderMemberAdded: Hashable, Codable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    /// The other complaint.
    public let member: ComplaintNumber
    public let at: Instant
}
