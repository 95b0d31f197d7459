/// The customer was told the result, the plan and the reasons (S039, S074).
public struct WorkOrderCustomerTold: Hashable, Codable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    public let answer: Sealed
    /// Whether the customer was content: `nil` until asked.
    public let satisfied: Bool?
    public let by: ActorID
    public let at: Instant
    /// How the customer was told, such as `sms` or `letter` (S108).
    public internal(set) var medium: String? = nil
    /// The number of the written answer.
    public internal(set) var reference: String? = nil
    /// Which review this is the result of; from 1 (S076).
    public internal(set) var review: Int? = nil
    /// What is open to a customer who is not content (S040, S075).
    public internal(set) var remedies: [Remedy]? = nil
}
