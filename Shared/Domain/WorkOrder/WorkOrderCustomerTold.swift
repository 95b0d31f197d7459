/// The customer was told the result, the plan and the reasons (S039, S074).
public struct WorkOrderCustomerTold: Hashable, Codable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    public let answer: Sealed
    /// Whether the customer was content: `nil` until asked.
    public let satisfied: Bool?
    public let by: ActorID
    public let at: Instant
}
