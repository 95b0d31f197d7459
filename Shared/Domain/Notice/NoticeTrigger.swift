/// What has to happen for somebody to be told.
public enum NoticeTrigger: String, Codable, Sendable, CaseIterable {
    case registered
    /// Registered and closed in the same breath (S049).
    case settledOnSpot = "settled-on-spot"
    case informationRequired = "information-required"
    /// The customer urged (S058).
    case complaintUrged = "complaint-urged"
    case withdrawn
    case dispatched
    case accepted
    case transferred
    case held
    case resumed
    case answered
    case answerReturned = "answer-returned"
    case customerTold = "customer-told"
    /// The handler is to be reminded (S058).
    case workOrderUrged = "work-order-urged"
    case escalated
    /// Archived after an answer; a complaint that was withdrawn or settled on the spot asks for no follow-up.
    case archived
    case warned
    case breached
    /// A claim waits for a second person.
    case approvalNeeded = "approval-needed"
    case claimSettled = "claim-settled"
    /// Billing failed for good.
    case settlementFailed = "settlement-failed"

    /// The placeholders a template for this trigger may use, besides `complaint` and, for customers, `line`.
    public var values: Set<String> {
        switch self {
        case .registered, .settledOnSpot: ["receivedOn", "category", "province"]
        case .informationRequired: ["missing"]
        case .complaintUrged: ["count"]
        case .withdrawn: []
        case .dispatched: ["workOrder", "unit", "priority", "category", "province"]
        case .accepted: ["workOrder", "unit"]
        case .transferred: ["workOrder", "unit", "from"]
        case .held, .resumed, .answered, .answerReturned, .customerTold, .archived: ["workOrder"]
        case .workOrderUrged: ["workOrder", "unit", "count"]
        case .escalated: ["workOrder", "unit", "step", "priority"]
        case .warned, .breached: ["clock", "dueAt", "threshold", "category", "province", "rule"]
        case .approvalNeeded: ["claim", "amount", "band"]
        case .claimSettled: ["claim", "amount"]
        case .settlementFailed: ["claim", "attempt"]
        }
    }
}
