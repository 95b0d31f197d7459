/// What can start, stop or restart a clock: an event of the complaint, of its work order, of its claim.
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
    /// The customer named the amount in dispute when complaining, which asks for it back; counted from `receivedAt` (penalty measures art. 8).
    case refundDemanded = "refund-demanded"
    case dispatched
    case accepted
    case transferred
    case held
    case resumed
    case liabilityFound = "liability-found"
    /// The operator was found not at fault: nothing is owed (S198).
    case notAtFault = "not-at-fault"
    case answered
    case answerApproved = "answer-approved"
    case answerReturned = "answer-returned"
    case customerTold = "customer-told"
    case escalated
    case archived
    case claimSettled = "claim-settled"
    case claimDenied = "claim-denied"
    case claimDeclined = "claim-declined"

    /// The complaint is over: whatever still runs, stops.
    public var isFinal: Bool {
        switch self {
        case .withdrawn, .settledOnSpot, .archived: true
        case .received, .informationRequired, .supplemented, .registered, .urged, .refundDemanded, .dispatched, .accepted, .transferred,
            .held, .resumed, .liabilityFound, .notAtFault, .answered, .answerApproved, .answerReturned, .customerTold, .escalated,
            .claimSettled, .claimDenied, .claimDeclined:
            false
        }
    }
}
