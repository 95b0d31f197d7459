/// What can start, stop or restart a clock: an event of the complaint or of its work order.
public enum ClockMoment: String, Codable, Sendable, CaseIterable {
    /// The customer complained: `receivedAt` of the registration, from which Order 35 art. 8 counts.
    case received
    case informationRequired = "information-required"
    /// The customer brought all that was missing.
    case supplemented
    case registered
    case urged
    case withdrawn
    case settledOnSpot = "settled-on-spot"
    case dispatched
    case accepted
    case transferred
    case held
    case resumed
    case liabilityFound = "liability-found"
    case answered
    case answerApproved = "answer-approved"
    case answerReturned = "answer-returned"
    case customerTold = "customer-told"
    case escalated
    case archived

    /// The complaint is over: whatever still runs, stops.
    public var isFinal: Bool {
        switch self {
        case .withdrawn, .settledOnSpot, .archived: true
        case .received, .informationRequired, .supplemented, .registered, .urged, .dispatched, .accepted, .transferred, .held, .resumed,
            .liabilityFound, .answered, .answerApproved, .answerReturned, .customerTold, .escalated:
            false
        }
    }
}
