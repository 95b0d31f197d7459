public import Domain

/// What of an account falls into a period.
extension ComplaintAccount {
    /// Tells every count the complaint adds to, and how much.
    ///
    /// Appeals are told by the ledger, which knows the other complaints of the line.
    func count(in span: Range<Instant>, by policy: ReportPolicy, _ add: (ReportCount, Int64) -> Void) {
        countRegistration(in: span, by: policy, add)
        countAnswer(in: span, by: policy, add)
        countClosing(in: span, by: policy, add)
        countEvents(in: span, by: policy, add)
    }

    private func countRegistration(in span: Range<Instant>, by policy: ReportPolicy, _ add: (ReportCount, Int64) -> Void) {
        // A complaint that was registered as major is counted by its registration, and not again by a declaration.
        if nature != .major, let at = standing(.majorDeclared, unless: .majorRevoked), span.contains(at) { add(.major, 1) }
        if let at = standing(.maliciousDeclared, unless: .maliciousRevoked), span.contains(at) { add(.malicious, 1) }
        guard let registration, span.contains(registration.registeredAt) else { return }
        add(.registered, 1)
        switch registration.nature {
        case .ordinary: add(.ordinary, 1)
        case .repeat: add(.repeats, 1)
        case .major: add(.major, 1)
        }
        switch registration.level {
        case .provincial: add(.provincial, 1)
        case .groupLevel: add(.groupLevel, 1)
        case .appeal:
            add(.appeals, 1)
            add(policy.appealClass(of: registration.category).count, 1)
        }
        if registration.settledOnSpot { add(.settledOnSpot, 1) }
        if registration.flags.contains(.escalated) { add(.escalated, 1) }
        if registration.flags.contains(.skipLevel) { add(.skipLevel, 1) }
        if registration.flags.contains(.crossProvince) { add(.crossProvince, 1) }
    }

    /// When it was declared so the last time, which nobody revoked since: one moment, so that it counts in one month and one quarter.
    private func standing(_ declared: Moment, unless revoked: Moment) -> Instant? {
        guard let declaredAt = times(declared).max(), times(revoked).allSatisfy({ $0 < declaredAt }) else { return nil }
        return declaredAt
    }

    /// The deadline ends once: when the customer is told, or when it passes before that (S014, S045).
    private func countAnswer(in span: Range<Instant>, by policy: ReportPolicy, _ add: (ReportCount, Int64) -> Void) {
        guard let end = answerEnd(by: policy), span.contains(end.at) else { return }
        add(.answersDue, 1)
        if end.isInTime { add(.answersInTime, 1) }
    }

    /// When the deadline of the answer ended and whether it was kept; `nil` while it runs, and for a complaint that needs no answer.
    public func answerEnd(by policy: ReportPolicy) -> (at: Instant, isInTime: Bool)? {
        let told = first(.told)
        let due = alerts.filter { $0.isBreach && policy.answerClocks.value.contains($0.clock) }.map(\.dueAt).min()
        if let due, told.map({ $0 > due }) ?? true { return (due, false) }
        return told.map { ($0, true) }
    }

    private func countClosing(in span: Range<Instant>, by policy: ReportPolicy, _ add: (ReportCount, Int64) -> Void) {
        let begun = registration?.registeredAt ?? dispatch?.at
        if let begun, begun < span.upperBound, closedAt.map({ $0 >= span.upperBound }) ?? true { add(.open, 1) }
        guard let closedAt, span.contains(closedAt) else { return }
        if first(.withdrawn) != nil, outcome != .answered {
            add(.withdrawn, 1)
            return
        }
        add(.archived, 1)
        if isResolvedOnce(by: policy) { add(.resolvedOnce, 1) }
        add(.records, 1)
        if missingFields(by: policy).isEmpty { add(.recordsComplete, 1) }
    }

    /// Whether it was settled at the first attempt; what comes to light later, such as a repeat, changes the answer (S177, S190).
    func isResolvedOnce(by policy: ReportPolicy) -> Bool {
        !policy.spoilsFirstResolution.value.contains { spoiler in
            switch spoiler {
            case .repeated: first(.repeated) != nil
            case .secondAnswer: times(.told).count > 1
            case .answerReturned: first(.answerReturned) != nil
            case .review: first(.reviewed) != nil
            case .escalation: first(.escalated) != nil
            case .dissatisfied: lastOpinion?.isSatisfied(by: policy) == false
            case .unresolved: first(.unresolved) != nil
            case .appeal: level == .appeal || first(.appealed) != nil || registration?.flags.contains(.escalated) == true
            }
        }
    }

    /// What the customer said last.
    var lastOpinion: Opinion? { opinions.max { $0.at < $1.at } }

    private func countEvents(in span: Range<Instant>, by policy: ReportPolicy, _ add: (ReportCount, Int64) -> Void) {
        for mark in marks where span.contains(mark.at) {
            if let count = Self.count(of: mark.moment) { add(count, 1) }
        }
        // The last word counts, at the time it was said.
        if let opinion = lastOpinion, span.contains(opinion.at) {
            add(.opinions, 1)
            if opinion.isSatisfied(by: policy) { add(.satisfied, 1) }
        }
        for alert in alerts where span.contains(alert.firedAt) { add(alert.isBreach ? .breaches : .warnings, 1) }
        for payment in payments where span.contains(payment.at) { add(.payments, 1) }
        // What is taken back counts when it is: a period that is over stays as it was.
        for movement in movements(by: policy) where span.contains(movement.at) { add(.compensation, movement.minorUnits) }
    }

    /// What was paid and not taken back, in the policy's currency's smallest unit.
    func compensation(by policy: ReportPolicy) -> Int64 { movements(by: policy).reduce(0) { $0 + $1.minorUnits } }

    /// What was paid, and below 0 what was taken back, in the policy's currency's smallest unit; sums in other currencies are left out.
    private func movements(by policy: ReportPolicy) -> [(at: Instant, minorUnits: Int64)] {
        (payments.map { ($0, 1) } + reversals.map { ($0, -1) }).compactMap { payment, sign in
            payment.amount.currency == policy.currency.value ? (payment.at, sign * payment.amount.minorUnits) : nil
        }
    }

    /// The count of an event that counts each time it happens.
    private static func count(of moment: Moment) -> ReportCount? {
        switch moment {
        case .urged: .urges
        case .transferred: .transfers
        case .escalated: .escalations
        case .answerReturned: .answersReturned
        case .reviewed: .reviews
        case .paymentFailed: .paymentFailures
        case .appealSettled: .appealsSettled
        case .appealDisputed: .appealsDisputed
        case .appealNoted: .appealsNoted
        // An appeal counts once, whatever is told of it.
        case .appealRefused: nil
        case .answered, .told, .archived, .withdrawn, .unresolved, .repeated, .appealed, .majorDeclared, .majorRevoked, .maliciousDeclared,
            .maliciousRevoked:
            nil
        }
    }

    /// What the record of the archived complaint lacks of what the policy asks for (S201 11.1, 11.2).
    ///
    /// What was settled on the spot needs no dispatch, no finding and no written answer (S048).
    func missingFields(by policy: ReportPolicy) -> [RecordField] {
        policy.record.value.filter { field in
            if registration?.settledOnSpot == true, field != .registration { return false }
            return switch field {
            case .registration: registration == nil
            case .dispatch: dispatch == nil
            case .liability: finding == nil
            case .answer: first(.answered) == nil
            case .told: first(.told) == nil
            case .opinion: opinions.isEmpty
            }
        }
    }

    /// The part of a split it belongs to; `unknown` where the facts that say so were not read.
    func key(by dimension: ReportDimension) -> String {
        let known: String? =
            switch dimension {
            case .class: level.flatMap { level in nature.map { "\(level.rawValue)/\($0.rawValue)" } }
            case .unit: unit?.rawValue
            case .channel: channel?.rawValue
            case .province: province?.rawValue
            case .category: category?.rawValue
            }
        return known ?? Self.unknown
    }

    static let unknown = "unknown"
}
