/// The facts of a complaint in the one order that all clocks are calculated in, whatever order they were read in.
///
/// A topic's own order is kept: times that run backwards within it are lifted to the time before. What dispatch says cannot have happened
/// before the registration it answers, so a dispatch clock that is behind intake's is lifted too. Of equal times, intake's come first.
struct ClockTimeline {
    private(set) var facts: [ClockFact] = []
    private(set) var rests: [ClockRest] = []
    /// All moments there are.
    private(set) var moments = ClockMomentSet()
    private var subject: ClockSubject
    /// When a person found the complaint major, or took that back; in order.
    private var findings: [ClockFact] = []

    init(_ file: ClockState, subject: ClockSubject) {
        self.subject = subject
        facts.append(ClockFact(.received, at: subject.receivedAt))
        if subject.demandsRefund == true { facts.append(ClockFact(.refundDemanded, at: subject.receivedAt)) }
        let complaint = Self.lifted(file.complaintFacts, from: Instant(milliseconds: .min))
        var told = Self.merged(complaint, Self.lifted(file.workOrderFacts, from: subject.registeredAt))
        if let claims = file.claimFacts { told = Self.merged(told, Self.lifted(claims, from: subject.registeredAt)) }
        if let steps = file.appealFacts {
            told = Self.merged(told, Self.lifted(steps.sorted { $0.at < $1.at }, from: subject.receivedAt))
        }
        facts.append(contentsOf: told)
        findings = told.filter { $0.moment == .majorDeclared || $0.moment == .majorRevoked }
        for fact in facts {
            moments.insert(fact.moment)
            if fact.moment == .dispatched { self.subject.priority = self.subject.priority ?? fact.reason.flatMap { Int(digits: $0) } }
        }
        rests = Self.rests(in: facts)
    }

    /// What the complaint was at a time: a major one from the finding on, until it is taken back.
    func subject(at instant: Instant) -> ClockSubject {
        guard let last = findings.last(where: { $0.at <= instant }), last.moment == .majorDeclared else { return subject }
        var subject = subject
        subject.nature = .major
        return subject
    }

    /// Both in the order of time; of equal times the first list's come first.
    private static func merged(_ left: [ClockFact], _ right: [ClockFact]) -> [ClockFact] {
        guard !right.isEmpty else { return left }
        var merged: [ClockFact] = []
        merged.reserveCapacity(left.count + right.count)
        var next = left.startIndex
        for fact in right {
            while next < left.endIndex, left[next].at <= fact.at {
                merged.append(left[next])
                next += 1
            }
            merged.append(fact)
        }
        merged.append(contentsOf: left[next...])
        return merged
    }

    private static func lifted(_ facts: [ClockFact], from earliest: Instant) -> [ClockFact] {
        var latest = earliest
        return facts.map { fact in
            latest = max(latest, fact.at)
            return latest == fact.at ? fact : ClockFact(fact.moment, at: latest, reason: fact.reason)
        }
    }

    /// The stretches in which work rested, by reason; the last of each may be open.
    private static func rests(in facts: [ClockFact]) -> [ClockRest] {
        var rests: [ClockRest] = []
        var hold: ClockRest?
        var information: ClockRest?
        func close(_ rest: inout ClockRest?, at end: Instant) {
            if let open = rest { rests.append(ClockRest(reason: open.reason, from: open.from, until: end)) }
            rest = nil
        }
        for fact in facts {
            switch fact.moment {
            case .held:
                close(&hold, at: fact.at)
                hold = ClockRest(reason: fact.reason ?? "", from: fact.at, until: nil)
            case .resumed: close(&hold, at: fact.at)
            case .informationRequired:
                information = information ?? ClockRest(reason: ClockRule.informationRequired, from: fact.at, until: nil)
            case .supplemented, .registered: close(&information, at: fact.at)
            case .withdrawn, .settledOnSpot, .archived:
                close(&hold, at: fact.at)
                close(&information, at: fact.at)
            default:
                break
            }
        }
        return rests + [hold, information].compactMap(\.self)
    }
}
