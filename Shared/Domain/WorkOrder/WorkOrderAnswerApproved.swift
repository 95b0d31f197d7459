/// A second person approved the answer (S149).
public struct WorkOrderAnswerApproved: Hashable, Codable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    public let by: ActorID
    public let at: Instant
}
