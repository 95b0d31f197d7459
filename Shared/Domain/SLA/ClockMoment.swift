/// What can start, stop or restart a clock: an event of the complaint, of its work order, of its claim.
public enum ClockMoment: String, DocumentWord, Codable, Sendable, CaseIterable {
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
    /// No medium has brought the customer the answer: they were not told after all, and what the telling has stopped goes on (S074).
    case customerUntold = "customer-untold"
    case escalated
    case archived
    case claimSettled = "claim-settled"
    case claimDenied = "claim-denied"
    case claimDeclined = "claim-declined"
    /// Another unit was asked to contribute (S098, S150).
    case coordinationRequested = "coordination-requested"
    case contributed
    /// The customer, told the answer, asked for a second look 复核 (S040, S075).
    case reviewRequested = "review-requested"
    /// The customer was reached afterwards and asked whether it is settled (S109).
    case followedUp = "followed-up"
    /// The customer said on a channel what they think of the handling, unasked (S109).
    case feedbackGiven = "feedback-given"
    /// A person found the complaint a major one (S134); the cycles that begin from then on are a major complaint's.
    case majorDeclared = "major-declared"
    /// The finding was taken back.
    case majorRevoked = "major-revoked"
    /// A unit above was told of a major complaint (S056).
    case reported
    /// The appeal body accepted the appeal (Order 35 art. 14).
    case appealAccepted = "appeal-accepted"
    case appealRefused = "appeal-refused"
    /// The appeal body passed it on to the operator.
    case appealForwarded = "appeal-forwarded"
    /// Mediation began (S012).
    case mediationOpened = "mediation-opened"
    case mediationAgreed = "mediation-agreed"
    case mediationFailed = "mediation-failed"
    /// The appeal body has told the appellant.
    case appealClosed = "appeal-closed"

    /// Whether it may come before the work order is dispatched.
    var isBeforeDispatch: Bool {
        switch self {
        case .received, .informationRequired, .supplemented, .registered, .urged, .refundDemanded, .settledOnSpot, .withdrawn,
            .feedbackGiven:
            true
        case .dispatched, .accepted, .transferred, .held, .resumed, .liabilityFound, .notAtFault, .answered, .answerApproved,
            .answerReturned, .customerTold, .customerUntold, .escalated, .archived, .claimSettled, .claimDenied, .claimDeclined,
            .coordinationRequested,
            .contributed, .reviewRequested, .followedUp, .majorDeclared, .majorRevoked, .reported, .appealAccepted, .appealRefused,
            .appealForwarded, .mediationOpened, .mediationAgreed, .mediationFailed, .appealClosed:
            false
        }
    }

    /// The complaint is over: whatever still runs, stops.
    public var isFinal: Bool {
        switch self {
        case .withdrawn, .settledOnSpot, .archived: true
        case .received, .informationRequired, .supplemented, .registered, .urged, .refundDemanded, .dispatched, .accepted, .transferred,
            .held, .resumed, .liabilityFound, .notAtFault, .answered, .answerApproved, .answerReturned, .customerTold, .customerUntold,
            .escalated,
            .claimSettled, .claimDenied, .claimDeclined, .coordinationRequested, .contributed, .reviewRequested, .followedUp,
            .feedbackGiven, .majorDeclared, .majorRevoked, .reported, .appealAccepted, .appealRefused, .appealForwarded, .mediationOpened,
            .mediationAgreed, .mediationFailed, .appealClosed:
            false
        }
    }
}

/// A set of moments in one number, so that the hot path asks it without hashing.
struct ClockMomentSet: Hashable, Sendable {
    private var bits: UInt64 = 0

    init(_ moments: [ClockMoment] = []) {
        for moment in moments { insert(moment) }
    }

    func contains(_ moment: ClockMoment) -> Bool { bits & Self.bit(moment) != 0 }

    mutating func insert(_ moment: ClockMoment) { bits |= Self.bit(moment) }

    mutating func formUnion(_ other: ClockMomentSet) { bits |= other.bits }

    func union(_ other: ClockMomentSet) -> ClockMomentSet {
        var all = self
        all.formUnion(other)
        return all
    }

    private static func bit(_ moment: ClockMoment) -> UInt64 { 1 << UInt64(moment.ordinal) }
}

extension ClockMoment {
    /// A place of its own for each moment; never stored.
    fileprivate var ordinal: Int {
        switch self {
        case .received: 0
        case .informationRequired: 1
        case .supplemented: 2
        case .registered: 3
        case .urged: 4
        case .withdrawn: 5
        case .settledOnSpot: 6
        case .dispatched: 7
        case .accepted: 8
        case .transferred: 9
        case .held: 10
        case .resumed: 11
        case .liabilityFound: 12
        case .answered: 13
        case .answerApproved: 14
        case .answerReturned: 15
        case .customerTold: 16
        case .escalated: 17
        case .archived: 18
        case .refundDemanded: 19
        case .notAtFault: 20
        case .claimSettled: 21
        case .claimDenied: 22
        case .claimDeclined: 23
        case .coordinationRequested: 24
        case .contributed: 25
        case .reviewRequested: 26
        case .followedUp: 27
        case .majorDeclared: 28
        case .majorRevoked: 29
        case .reported: 30
        case .appealAccepted: 31
        case .appealRefused: 32
        case .appealForwarded: 33
        case .mediationOpened: 34
        case .mediationAgreed: 35
        case .mediationFailed: 36
        case .appealClosed: 37
        case .feedbackGiven: 38
        case .customerUntold: 39
        }
    }
}
