/// The plan of how a major complaint is handled was filed (S056).
public struct WorkOrderPlanFiled: Hashable, Codable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    /// Before handling, or of it.
    public let kind: PlanKind
    /// The plan's number.
    public let reference: String
    /// The plan, sealed.
    public let plan: Sealed
    public let by: ActorID
    public let at: Instant
}
