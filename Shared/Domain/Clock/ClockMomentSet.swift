/// A set of moments in one number, so that the hot path asks it without hashing.
struct ClockMomentSet: Hashable, Sendable {
    private var bits: UInt32 = 0

    init(_ moments: [ClockMoment] = []) {
        for moment in moments { insert(moment) }
    }

    func contains(_ moment: ClockMoment) -> Bool { bits & Self.bit(moment) != 0 }

    mutating func insert(_ moment: ClockMoment) { bits |= Self.bit(moment) }

    mutating func formUnion(_ other: ClockMomentSet) { bits |= other.bits }

    private static func bit(_ moment: ClockMoment) -> UInt32 {
        switch moment {
        case .received: 1 << 0
        case .informationRequired: 1 << 1
        case .supplemented: 1 << 2
        case .registered: 1 << 3
        case .urged: 1 << 4
        case .withdrawn: 1 << 5
        case .settledOnSpot: 1 << 6
        case .dispatched: 1 << 7
        case .accepted: 1 << 8
        case .transferred: 1 << 9
        case .held: 1 << 10
        case .resumed: 1 << 11
        case .liabilityFound: 1 << 12
        case .answered: 1 << 13
        case .answerApproved: 1 << 14
        case .answerReturned: 1 << 15
        case .customerTold: 1 << 16
        case .escalated: 1 << 17
        case .archived: 1 << 18
        }
    }
}
