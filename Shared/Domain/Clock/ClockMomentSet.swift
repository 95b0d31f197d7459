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
        }
    }
}
