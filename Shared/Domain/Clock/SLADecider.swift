/// Arms, rests, resumes and stops the clocks of a complaint by policy, and says once and never again when a share of the time is used up.
///
/// A threshold fires when its instant has come, or had come before the cycle ended; an end at the very instant is too late, as a deadline
/// is the first instant outside the time allowed. Thresholds passed together fire together, in the order in which they were passed.
///
/// Only a wake fires. A message is noted and answered with a `due` that may already be past: so of a backlog all that is there is noted
/// first, and a complaint that was answered in time is not called late because its registration was read before its answer.
public enum SLADecider: Decider {
    public typealias State = ClockFile
    public typealias Input = SLAInput
    public typealias Event = ClockEvent
    public typealias Policy = PolicyVersions<ClockRules>

    public static let wake = SLAInput.wake

    /// Throws a `Fault` where a calendar that refuses unpublished years is asked about one.
    public static func decide(
        _ input: SLAInput, given state: ClockFile?, in context: DecisionContext<Policy>
    ) throws(Fault) -> Decision<ClockFile, ClockEvent> {
        guard var file = state ?? input.complaint.map(ClockFile.init) else { return Decision(state: nil) }
        switch input {
        case .complaint(let event): file.note(event)
        case .workOrder(let event): file.note(event)
        case .wake: break
        }
        guard let subject = file.subject else { return Decision(state: file) }
        let pinned = context.policy.pinned(to: subject.policyVersion)
        // A stand-in policy must not forget what the complaint's own one will ask for once it is loaded.
        if pinned.version == subject.policyVersion { file.keep(pinned.policy.moments) }
        do {
            return try reckon(file, of: subject, by: pinned.policy, at: context.now, fires: input == .wake)
        } catch {
            throw error.fault
        }
    }

    /// A threshold that has been passed.
    private struct Passed {
        let alert: Alert
        let reachedAt: Instant
    }

    private static func reckon(
        _ noted: ClockFile, of subject: ClockSubject, by rules: ClockRules, at now: Instant, fires: Bool
    ) throws(CalendarFault) -> Decision<ClockFile, ClockEvent> {
        var file = noted
        var passed: [Passed] = []
        var next: Instant?
        let timeline = ClockTimeline(file, subject: subject)
        for clock in rules.clocks {
            guard let variant = clock.variant(for: subject) else { continue }
            for run in ClockRun.all(of: clock, along: timeline) {
                let left = variant.thresholds.filter { !file.hasFired(clock.rule.name, cycle: run.cycle, threshold: $0.at) }
                if left.isEmpty { continue }
                let reckoning = try ClockReckoning(run, of: clock, variant, along: timeline)
                for threshold in left {
                    guard let reachedAt = try reckoning.instant(at: threshold.at), reachedAt <= run.endedAt ?? reachedAt else { break }
                    guard fires, reachedAt <= now else {
                        next = min(next ?? reachedAt, reachedAt)
                        break
                    }
                    let alert = Alert(
                        threshold, of: clock.rule.name, run: run, dueAt: try reckoning.deadline(forecastAt: now), file: file,
                        subject: subject, rule: variant.allowance.source, at: now)
                    passed.append(Passed(alert: alert, reachedAt: reachedAt))
                }
            }
        }
        passed.sort { $0.reachedAt < $1.reachedAt }
        for one in passed {
            file.fired.append(
                FiredThreshold(clock: one.alert.clock, cycle: one.alert.cycle, threshold: one.alert.threshold, firedAt: now))
        }
        return Decision(state: file, events: passed.map { $0.alert.event }, due: next)
    }
}
