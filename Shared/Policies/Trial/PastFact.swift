public import Domain

/// One thing that happened to a complaint, as a topic of facts has it.
public struct PastFact: Sendable {
    public enum Content: Sendable {
        case complaint(ComplaintEvent)
        case workOrder(WorkOrderEvent)
        case claim(ClaimEvent)
    }

    public let complaint: ComplaintNumber
    public let at: Instant
    public let content: Content

    public init(complaint: ComplaintNumber, at: Instant, content: Content) {
        self.complaint = complaint
        self.at = at
        self.content = content
    }
}
