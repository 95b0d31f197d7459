/// How one cycle of one clock came to its deadline, for people: which rule, what was counted, what was not, and why.
public struct ClockExplanation: Hashable, Encodable, Sendable {
    public enum Status: String, Codable, Sendable, CaseIterable {
        /// Its first moment has not come.
        case waiting
        case running
        /// The work order is on hold, and the time with it.
        case resting
        /// Ended before the deadline.
        case met
        /// The deadline passed before it ended, or it still runs.
        case breached
    }

    /// One threshold with its time.
    public struct Threshold: Hashable, Codable, Sendable {
        /// Per cent of the allowed time.
        public let at: Int
        public let step: Int
        /// When the share is used up; `nil` while an open rest keeps it away.
        public let reachedAt: Instant?
        /// When the alert went out, if it did.
        public let firedAt: Instant?
    }

    public let clock: ClockName
    /// From 1.
    public let cycle: Int
    public let status: Status
    /// The rule the allowance comes from, such as `Order 35 art. 8`.
    public let rule: String
    /// The version the complaint was accepted under, and the one it is calculated by: the one in force where the former is not loaded.
    public let acceptedUnder: PolicyVersion
    public let reckonedBy: PolicyVersion
    public let calendar: String
    /// `15 calendar days`.
    public let allowance: String
    public let startedOn: ClockMoment
    /// `nil` while waiting.
    public let startedAt: Instant?
    public let endedOn: ClockMoment?
    public let endedAt: Instant?
    /// The rests that were credited, merged and cut to the longest the rule allows.
    public let rests: [ClockRest]
    /// Holds while it ran that the rule gives no credit for: their time counts.
    public let uncreditedRests: [ClockRest]
    /// The first instant that is too late; while an open rest keeps it away, what it would be if work went on now.
    public let dueAt: Instant?
    /// The deadline depends on a year whose holidays are not published yet.
    public let isProvisional: Bool
    /// How much of the allowed time is used up, in per cent, rounded down.
    public let usedPercent: Int
    public let thresholds: [Threshold]
    /// Day by day, from the start to the deadline.
    public let steps: [DeadlineStep]
}

extension SLADecider {
    /// Explains every clock of a complaint, cycle by cycle, as things stand at an instant; empty before the complaint is registered.
    public static func explain(_ file: ClockState, policy: Policy, at now: Instant) throws(CalendarFault) -> [ClockExplanation] {
        guard let subject = file.subject else { return [] }
        let pinned = policy.pinned(to: subject.policyVersion)
        let timeline = ClockTimeline(file, subject: subject)
        var explanations: [ClockExplanation] = []
        for clock in pinned.policy.clocks {
            let runs = ClockRun.all(of: clock, along: timeline)
            if runs.isEmpty, let variant = clock.variant(for: subject) {
                explanations.append(ClockExplanation(waiting: clock, variant, subject: subject, version: pinned.version))
            }
            for run in runs {
                guard let variant = clock.variant(for: timeline.subject(at: run.startedAt)) else { continue }
                let calculator = try DeadlineCalculator(run, of: clock, variant, along: timeline)
                explanations.append(
                    try ClockExplanation(
                        run, of: clock, variant, calculator, along: timeline, file: file, subject: subject, version: pinned.version,
                        at: now))
            }
        }
        return explanations
    }
}

extension ClockExplanation {
    fileprivate init(waiting clock: PreparedClock, _ variant: PreparedClock.Variant, subject: ClockSubject, version: PolicyVersion) {
        self.init(
            clock: clock.rule.name, cycle: 1, status: .waiting, rule: variant.allowance.source, acceptedUnder: subject.policyVersion,
            reckonedBy: version, calendar: variant.scale.calendar.name, allowance: variant.allowance.value.description,
            startedOn: clock.rule.startsOn, startedAt: nil, endedOn: nil, endedAt: nil, rests: [], uncreditedRests: [], dueAt: nil,
            isProvisional: false,
            usedPercent: 0,
            thresholds: variant.thresholds.map { Threshold(at: $0.at, step: $0.step, reachedAt: nil, firedAt: nil) }, steps: [])
    }

    fileprivate init(
        _ run: ClockRun, of clock: PreparedClock, _ variant: PreparedClock.Variant, _ calculator: DeadlineCalculator,
        along timeline: ClockTimeline, file: ClockState, subject: ClockSubject, version: PolicyVersion, at now: Instant
    ) throws(CalendarFault) {
        let dueAt = try calculator.deadline(forecastAt: now)
        let seenUntil = min(run.endedAt ?? now, now)
        var thresholds: [Threshold] = []
        for threshold in variant.thresholds {
            let fired = file.standing(of: Alarm(clock: clock.rule.name, cycle: run.cycle, threshold: threshold.at))
            thresholds.append(
                Threshold(
                    at: threshold.at, step: threshold.step, reachedAt: try calculator.instant(at: threshold.at), firedAt: fired?.firedAt))
        }
        let isLate = calculator.deadline.map { $0 <= seenUntil } ?? false
        let isResting = calculator.rests.contains { $0.from <= now && ($0.until ?? .distantFuture) > now }
        self.init(
            clock: clock.rule.name, cycle: run.cycle,
            status: isLate ? .breached : run.endedAt != nil ? .met : isResting ? .resting : .running,
            rule: variant.allowance.source, acceptedUnder: subject.policyVersion, reckonedBy: version,
            calendar: variant.scale.calendar.name, allowance: variant.allowance.value.description, startedOn: run.startedOn,
            startedAt: run.startedAt, endedOn: run.endedOn, endedAt: run.endedAt, rests: calculator.rests,
            uncreditedRests: run.uncreditedRests(by: clock.rule, along: timeline), dueAt: dueAt,
            isProvisional: calculator.isProvisional(through: dueAt),
            usedPercent: Int(try calculator.used(at: seenUntil) * 100 / max(1, calculator.allowance)), thresholds: thresholds,
            steps: try calculator.steps(from: run.startedAt, to: dueAt))
    }
}
