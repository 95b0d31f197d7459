/// How far a work order has come.
public enum WorkOrderStatus: String, Codable, Sendable, CaseIterable {
    /// The complaint is not registered yet; what came before it waits.
    case unregistered
    /// Sent to a unit that has not taken it on.
    case dispatched
    case accepted
    case held
    /// Goes with another complaint of the same cause.
    case merged
    /// Answered and to be reviewed (S149).
    case answered
    case answerApproved = "answer-approved"
    case customerTold = "customer-told"
    case archived
}
