/// The customer is not content and the answer is looked at again 复核 (S040, S075).
public struct WorkOrderReviewRequested: Hashable, Codable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    /// Which review this is; from 1.
    public let round: Int
    /// The unit that reviews.
    public let unit: Unit
    /// Why the customer is not content.
    public let reason: String
    public let by: ActorID
    public let at: Instant
}
