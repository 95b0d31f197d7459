/// An alert raised the work order to the next step of the ladder.
public struct WorkOrderEscalated: Hashable, Codable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    /// The unit that is notified and takes over supervision.
    public let to: Unit
    /// The step of the ladder; from 1.
    public let step: Int
    /// The id of the alert that caused it.
    public let alert: String
    /// 1 is the most urgent, 4 the least.
    public let priority: Int
    public let at: Instant
}
