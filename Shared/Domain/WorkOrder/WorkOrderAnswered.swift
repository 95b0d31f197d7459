/// The solving unit sent back its answer 回单, to be reviewed before the customer is told (S149).
public struct WorkOrderAnswered: Hashable, Codable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    /// The answer in words, sealed.
    public let answer: Sealed
    public let by: ActorID
    public let at: Instant
}
