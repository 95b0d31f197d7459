/// One cycle of one clock: from a start or a restart to whatever ended it.
struct ClockRun {
    /// From 1.
    let cycle: Int
    let startedOn: ClockMoment
    let startedAt: Instant
    private(set) var endedOn: ClockMoment?
    private(set) var endedAt: Instant?

    /// The cycles of a clock along a timeline, in order; only the last may still run.
    static func all(of clock: PreparedClock, along timeline: ClockTimeline) -> [ClockRun] {
        var runs: [ClockRun] = []
        var isOver = false
        for fact in timeline.facts {
            // What is looked at again after it was archived runs on from there; nothing else does.
            if isOver, fact.moment != .reviewRequested { continue }
            let isFinal = fact.moment.isFinal
            isOver = isFinal
            if let last = runs.indices.last {
                // What was stopped because the customer was told goes on where they were not.
                if fact.moment == .customerUntold, runs[last].endedOn == .customerTold { runs[last].resume() }
                let restarts = !isFinal && clock.restartsOn.contains(fact.moment)
                if runs[last].endedAt == nil, isFinal || restarts || clock.stopsOn.contains(fact.moment) {
                    runs[last].endedOn = fact.moment
                    runs[last].endedAt = fact.at
                }
                if restarts { runs.append(ClockRun(cycle: runs.count + 1, startedOn: fact.moment, startedAt: fact.at)) }
            } else if fact.moment == clock.rule.startsOn {
                runs.append(ClockRun(cycle: 1, startedOn: fact.moment, startedAt: fact.at))
            }
        }
        return runs
    }

    private mutating func resume() { (endedOn, endedAt) = (nil, nil) }

    private init(cycle: Int, startedOn: ClockMoment, startedAt: Instant) {
        self.cycle = cycle
        self.startedOn = startedOn
        self.startedAt = startedAt
    }

    /// The rests that count for this cycle: for reasons the rule allows, within the cycle, merged, and together no longer than it allows.
    func rests(by rule: ClockRule, along timeline: ClockTimeline) -> [ClockRest] {
        guard let reasons = rule.restsOn?.value, !timeline.rests.isEmpty else { return [] }
        let within = timeline.rests.filter { rest in
            reasons.contains(rest.reason) && (rest.until ?? .distantFuture) > startedAt && rest.from < (endedAt ?? .distantFuture)
        }.sorted { ($0.from, $0.reason) < ($1.from, $1.reason) }
        var left = rule.longestRest.map { $0.value.duration.wholeMilliseconds } ?? .max
        var reached = startedAt
        var merged: [ClockRest] = []
        for rest in within where left > 0 {
            let from = max(rest.from, reached)
            let end = min(rest.until ?? .distantFuture, endedAt ?? .distantFuture)
            guard end > from else { continue }
            let length = min(end.milliseconds - from.milliseconds, left)
            left -= length
            reached = Instant(milliseconds: from.milliseconds + length)
            merged.append(ClockRest(reason: rest.reason, from: from, until: reached >= .distantFuture ? nil : reached))
        }
        return merged
    }
}

extension ClockRun {
    /// What ended the cycle, and whether that began the next; `nil` while it runs.
    func end(of clock: PreparedClock) -> (moment: ClockMoment, at: Instant, restarts: Bool)? {
        guard let endedOn, let endedAt else { return nil }
        return (endedOn, endedAt, clock.restartsOn.contains(endedOn))
    }

    /// The holds within the cycle for reasons that the rule does not let rest it, in order.
    func uncreditedRests(by rule: ClockRule, along timeline: ClockTimeline) -> [ClockRest] {
        let reasons = rule.restsOn?.value ?? []
        return timeline.rests.filter { rest in
            !reasons.contains(rest.reason) && (rest.until ?? .distantFuture) > startedAt && rest.from < (endedAt ?? .distantFuture)
        }.sorted { ($0.from, $0.reason) < ($1.from, $1.reason) }
    }
}

extension Instant {
    /// Later than any deadline: the end of year 9999.
    static let distantFuture = Instant(seconds: 253_402_300_799)
}

/// A stretch in which work, and with it a clock, rests.
public struct ClockRest: Hashable, Codable, Sendable {
    /// A reason code of the policy, such as `waiting-for-customer`.
    public let reason: String
    public let from: Instant
    /// `nil` while it lasts.
    public let until: Instant?
}

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
            case .received, .urged, .refundDemanded, .dispatched, .accepted, .transferred, .liabilityFound, .notAtFault, .answered,
                .answerApproved, .answerReturned, .customerTold, .customerUntold, .escalated, .claimSettled, .claimDenied, .claimDeclined,
                .coordinationRequested, .contributed, .reviewRequested, .followedUp, .feedbackGiven, .majorDeclared, .majorRevoked,
                .reported,
                .appealAccepted, .appealRefused, .appealForwarded, .mediationOpened, .mediationAgreed, .mediationFailed, .appealClosed:
                break
            }
        }
        return rests + [hold, information].compactMap(\.self)
    }
}
