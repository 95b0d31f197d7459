/// The answer was sent back to the unit.
public struct WorkOrderAnswerReturned: Hashable, Codable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    public let reason: String
    public let by: ActorID
    public let at: Instant
}
