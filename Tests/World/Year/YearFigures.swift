import Contracts
import Domain
import Reporting

/// The figures of a report calculated a second time, as a clerk would with a list of all that happened: no account is kept.
struct YearFigures {
    private let span: Range<Instant>
    private let policy: ReportPolicy
    /// What each complaint adds to each count.
    private(set) var added: [ReportCount: [ComplaintNumber: Int64]] = [:]

    init(_ lives: [YearLife], of period: ReportPeriod, by policy: ReportPolicy) {
        self.policy = policy
        span = period.bounds(at: policy.timeZone.value)
        for life in lives { count(life) }
        countDuplicates(lives)
    }

    /// The sum of a count over the complaints that a choice takes.
    func sum(_ count: ReportCount, where isTaken: (ComplaintNumber) -> Bool = { _ in true }) -> Int64 {
        (added[count] ?? [:]).reduce(0) { isTaken($1.key) ? $0 + $1.value : $0 }
    }

    private mutating func add(_ count: ReportCount, _ life: YearLife, _ amount: Int64 = 1) {
        if amount != 0 { added[count, default: [:]][life.complaint, default: 0] += amount }
    }

    private mutating func add(_ count: ReportCount, _ life: YearLife, times: [Instant]) {
        add(count, life, Int64(times.count { span.contains($0) }))
    }

    private mutating func count(_ life: YearLife) {
        countRegistration(life)
        countAnswer(life)
        countEnd(life)
        countWork(life)
        countAppeal(life)
        countMoney(life)
    }

    // MARK: Registered

    private mutating func countRegistration(_ life: YearLife) {
        guard let fact = life.registered else { return }
        let declared = life.work { if case .majorDeclared(let fact) = $0 { fact.at } else { nil } }
        let revoked = life.work { if case .majorRevoked(let fact) = $0 { fact.at } else { nil } }
        if fact.nature != .major, let last = declared.max(), span.contains(last), revoked.allSatisfy({ $0 < last }) { add(.major, life) }
        let accused = life.work { if case .maliciousDeclared(let fact) = $0 { fact.at } else { nil } }
        let cleared = life.work { if case .maliciousRevoked(let fact) = $0 { fact.at } else { nil } }
        if let last = accused.max(), span.contains(last), cleared.allSatisfy({ $0 < last }) { add(.malicious, life) }
        guard span.contains(fact.registeredAt) else { return }
        add(.registered, life)
        add([.ordinary: .ordinary, .repeat: .repeats, .major: .major][fact.nature] ?? .open, life)
        add([.provincial: .provincial, .groupLevel: .groupLevel, .appeal: .appeals][fact.level] ?? .open, life)
        if fact.settledOnSpot { add(.settledOnSpot, life) }
        for (flag, count) in [Flag.escalated: ReportCount.escalated, .skipLevel: .skipLevel, .crossProvince: .crossProvince]
        where fact.flags.contains(flag) { add(count, life) }
    }

    // MARK: Answered

    private mutating func countAnswer(_ life: YearLife) {
        let told = life.told.map(\.at).min()
        let missed = life.alerts.compactMap { event -> Instant? in
            guard case .breached(let alert) = event, policy.answerClocks.value.contains(alert.clock) else { return nil }
            return alert.dueAt
        }.min()
        let isLate = missed.map { due in told.map { $0 > due } ?? true } ?? false
        guard let end = isLate ? missed : told, span.contains(end) else { return }
        add(.answersDue, life)
        if !isLate { add(.answersInTime, life) }
    }

    private func opinions(_ life: YearLife) -> [(at: Instant, isSatisfied: Bool)] {
        life.work { event in
            switch event {
            case .customerTold(let fact): fact.satisfied.map { (fact.at, $0) }
            case .followedUp(let fact): fact.satisfaction.map { (fact.at, $0 >= policy.satisfiedFrom.value) }
            case .dissatisfied(let fact): fact.satisfaction == nil ? (fact.at, false) : nil
            default: nil
            }
        }
            + life.intake.compactMap { event in
                guard case .feedbackGiven(let fact) = event else { return nil }
                return fact.feedback.satisfaction.map { (fact.at, $0 >= policy.satisfiedFrom.value) }
            }
    }

    private func lastOpinion(_ life: YearLife) -> (at: Instant, isSatisfied: Bool)? {
        opinions(life).reduce(nil) { last, next in last.map { $0.at >= next.at ? $0 : next } ?? next }
    }

    // MARK: Over

    private mutating func countEnd(_ life: YearLife) {
        let closed = life.closedAt
        if let begun = life.registered?.registeredAt, begun < span.upperBound, closed.map({ $0 >= span.upperBound }) ?? true {
            add(.open, life)
        }
        if let opinion = lastOpinion(life), span.contains(opinion.at) {
            add(.opinions, life)
            if opinion.isSatisfied { add(.satisfied, life) }
        }
        guard let closed, span.contains(closed) else { return }
        if life.withdrawnAt != nil, life.archived.last?.outcome != .answered { return add(.withdrawn, life) }
        add(.archived, life)
        add(.records, life)
        if isResolvedOnce(life) { add(.resolvedOnce, life) }
        if isComplete(life) { add(.recordsComplete, life) }
    }

    /// S201: an answered complaint was dispatched, found upon, answered and told.
    private func isComplete(_ life: YearLife) -> Bool {
        if life.registered?.settledOnSpot == true { return true }
        let wanted: [String] = policy.record.value.filter { $0 != .registration }.map(\.rawValue)
        let there = Set(
            life.work { event -> String? in
                switch event {
                case .dispatched: "dispatch"
                case .liabilityFound: "liability"
                case .answered: "answer"
                case .customerTold: "told"
                default: nil
                }
            })
        return life.registered != nil && wanted.allSatisfy(there.contains)
    }

    /// S177, S190: nothing came after the first answer, and nobody was discontent.
    private func isResolvedOnce(_ life: YearLife) -> Bool {
        let spoilt = life.work.contains { event in
            switch event {
            case .answerReturned, .reviewRequested, .escalated: true
            case .followedUp(let fact): fact.resolved == false
            default: false
            }
        }
        let isAppealed = life.isAppealed || life.registered?.level == .appeal || life.registered?.flags.contains(.escalated) == true
        let isUnresolved = life.intake.contains { event in
            if case .feedbackGiven(let fact) = event { fact.feedback.resolved == false } else { false }
        }
        return !spoilt && !isAppealed && !isUnresolved && life.told.count <= 1 && lastOpinion(life)?.isSatisfied != false
            && !life.isRepeated
    }

    // MARK: On the way

    private mutating func countWork(_ life: YearLife) {
        add(.urges, life, times: life.intake.compactMap { if case .urged(let fact) = $0 { fact.at } else { nil } })
        add(.transfers, life, times: life.work { if case .transferred(let fact) = $0 { fact.at } else { nil } })
        add(.escalations, life, times: life.work { if case .escalated(let fact) = $0 { fact.at } else { nil } })
        add(.answersReturned, life, times: life.work { if case .answerReturned(let fact) = $0 { fact.at } else { nil } })
        add(.reviews, life, times: life.work { if case .reviewRequested(let fact) = $0 { fact.at } else { nil } })
        add(.warnings, life, times: life.alerts.compactMap { if case .warned(let alert) = $0 { alert.firedAt } else { nil } })
        var missed: [String: Instant] = [:]
        for case .breached(let alert) in life.alerts {
            let deadline = "\(alert.clock) \(alert.dueAt)"
            missed[deadline] = min(missed[deadline] ?? alert.firedAt, alert.firedAt)
        }
        add(.breaches, life, times: Array(missed.values))
    }

    private mutating func countMoney(_ life: YearLife) {
        for fact in life.settled where span.contains(fact.at) {
            add(.payments, life)
            if fact.amount.currency == policy.currency.value { add(.compensation, life, fact.amount.minorUnits) }
        }
        for case .reversed(let fact) in life.claims where span.contains(fact.at) && fact.amount.currency == policy.currency.value {
            add(.compensation, life, -fact.amount.minorUnits)
        }
        add(
            .paymentFailures, life,
            times: life.claims.compactMap { if case .settlementFailed(let fact) = $0, !fact.willRetry { fact.at } else { nil } })
    }
}

extension YearFigures {
    // MARK: Appeals

    private static let endings: [AppealStep: ReportCount] = [
        .mediationAgreed: .appealsSettled, .mediationFailed: .appealsDisputed, .closed: .appealsNoted,
    ]

    private mutating func countAppeal(_ life: YearLife) {
        for case .appealStepRecorded(let fact) in life.work where span.contains(fact.takenAt) {
            if let count = Self.endings[fact.step] { add(count, life) }
        }
        countJoined(life)
        guard let fact = life.registered, span.contains(fact.registeredAt) else { return }
        if fact.level == .appeal {
            let rule = policy.appealClasses.first { $0.category == fact.category }?.class ?? .other
            let counts: [AppealClass: ReportCount] = [
                .service: .appealsService, .charges: .appealsCharges, .network: .appealsNetwork, .other: .appealsOther,
            ]
            add(counts[rule] ?? .appealsOther, life)
        } else if fact.appeal != nil {
            add(.appealsTurnedAway, life)
        }
    }

    /// What came to an open complaint as an appeal, and what ended before it was complete.
    private mutating func countJoined(_ life: YearLife) {
        for case .urged(let fact) in life.intake where span.contains(fact.at) {
            guard let appeal = fact.appeal else { continue }
            add(.appealsJoined, life)
            if let outcome = appeal.assessment?.outcome, [.tooEarly, .complainFirst].contains(outcome), appeal.acceptedOn == nil {
                add(.appealsRefused, life)
            } else {
                add(.appealsDuplicate, life)
            }
        }
        let wasAsked = life.intake.contains { if case .informationRequired(let fact) = $0 { fact.appeal != nil } else { false } }
        if life.registered == nil, wasAsked, let end = life.withdrawnAt, span.contains(end) {
            add(.appealsJoined, life)
            add(.appealsRefused, life)
        }
    }

    /// Each appeal that was not accepted, once: turned away when it came, or refused by the body; a duplicate is none of them.
    private mutating func countRefused(_ life: YearLife, isDuplicate: Bool) {
        guard let fact = life.registered else { return }
        if fact.level != .appeal, fact.appeal != nil {
            if span.contains(fact.registeredAt) { add(.appealsRefused, life) }
        } else if !isDuplicate {
            let refused = life.work { if case .appealStepRecorded(let step) = $0, step.step == .refused { step.takenAt } else { nil } }
            if let first = refused.min(), span.contains(first) { add(.appealsRefused, life) }
        }
    }

    /// Appeals of one line, province and class of problem, but for the first.
    private mutating func countDuplicates(_ lives: [YearLife]) {
        let appeals = lives.filter { life in
            life.registered.map { $0.level == .appeal && span.contains($0.registeredAt) } ?? false
        }
        let matters = Dictionary(grouping: appeals) { life in
            life.registered.map { "\($0.line.token) \($0.province) \($0.category)" } ?? ""
        }
        var duplicates: Set<ComplaintNumber> = []
        for matter in matters.values {
            let ordered = matter.sorted { left, right in
                let times = (left.registered?.registeredAt, right.registered?.registeredAt)
                guard let first = times.0, let second = times.1, first != second else { return left.complaint < right.complaint }
                return first < second
            }
            for life in ordered.dropFirst() {
                add(.appealsDuplicate, life)
                duplicates.insert(life.complaint)
            }
        }
        for life in lives { countRefused(life, isDuplicate: duplicates.contains(life.complaint)) }
    }
}
