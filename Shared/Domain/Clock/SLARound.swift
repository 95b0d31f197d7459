/// One look at a complaint's file: what has been passed, what comes next.
struct SLARound {
    private var file: ClockFile
    private let subject: ClockSubject
    private let timeline: ClockTimeline
    private let now: Instant
    /// Whether what has been passed goes out; otherwise it is only looked forward to.
    private let fires: Bool
    private var passed: [Passed] = []
    private var next: Instant?

    /// A threshold that has been passed; an event where it is told of.
    private struct Passed {
        let event: ClockEvent?
        let fired: FiredThreshold
        let reachedAt: Instant
    }

    init(_ file: ClockFile, of subject: ClockSubject, at now: Instant, fires: Bool) {
        self.file = file
        self.subject = subject
        self.now = now
        self.fires = fires
        timeline = ClockTimeline(file, subject: subject)
    }

    /// The file with all that fired, the events in the order in which their thresholds were passed, and when to look again.
    var decision: Decision<ClockFile, ClockEvent> {
        let passed = passed.sorted { $0.reachedAt < $1.reachedAt }
        var file = file
        file.fired += passed.map(\.fired)
        return Decision(state: file, events: passed.compactMap(\.event), due: next)
    }

    private mutating func expect(_ instant: Instant) { next = min(next ?? instant, instant) }

    private mutating func pass(_ event: ClockEvent?, _ name: ClockName, _ cycle: Int, _ threshold: Int, reachedAt: Instant) {
        passed.append(
            Passed(
                event: event, fired: FiredThreshold(clock: name, cycle: cycle, threshold: threshold, firedAt: now), reachedAt: reachedAt))
    }
}

extension SLARound {
    /// Reckons every clock of the complaint.
    mutating func reckon(by rules: ClockRules) throws(CalendarFault) {
        let lateAfter = rules.policy.lateAfter?.value.duration
        for clock in rules.clocks where timeline.moments.contains(clock.rule.startsOn) {
            if let appliesTo = clock.rule.appliesTo, !appliesTo.matchesWhateverItsNature(subject) { continue }
            for run in ClockRun.all(of: clock, along: timeline) {
                guard let variant = clock.variant(for: timeline.subject(at: run.startedAt)) else { continue }
                let left = variant.thresholds.filter { !file.hasFired(clock.rule.name, cycle: run.cycle, threshold: $0.at) }
                if left.isEmpty { continue }
                let reckoning = try ClockReckoning(run, of: clock, variant, along: timeline)
                var reached: [(threshold: ClockThreshold, at: Instant)] = []
                for threshold in left {
                    guard let reachedAt = try reckoning.instant(at: threshold.at), reachedAt <= run.endedAt ?? reachedAt else { break }
                    guard fires, reachedAt <= now else {
                        expect(reachedAt)
                        break
                    }
                    reached.append((threshold, reachedAt))
                }
                if reached.isEmpty { continue }
                let dueAt = try reckoning.deadline(forecastAt: now)
                let late = lateAfter.map { bound in reached.prefix { $0.at.adding(bound) < now }.count } ?? 0
                for (index, one) in reached.enumerated() {
                    var alert = Alert(
                        one.threshold, of: clock.rule.name, run: run, dueAt: dueAt, file: file, subject: timeline.subject(at: now),
                        rule: variant.allowance.source, at: now)
                    if index == late - 1 {
                        alert.reachedAt = one.at
                        if index > 0 { alert.overtaken = reached[..<index].map(\.threshold.at) }
                    }
                    pass(index < late - 1 ? nil : alert.event, clock.rule.name, run.cycle, one.threshold.at, reachedAt: one.at)
                }
            }
        }
    }

    /// Looks for signs of an abnormal work order; of the grades that one occurrence has reached since the last look the gravest is told.
    mutating func look(for abnormal: AbnormalPolicy) {
        let subject = timeline.subject(at: now)
        for sign in abnormal.signs where sign.begins(among: timeline.moments) && sign.appliesTo?.matches(subject) ?? true {
            let left = sign.sightings(along: timeline).filter {
                !file.hasFired(sign.name, cycle: $0.occurrence, threshold: $0.threshold)
            }
            for (index, sighting) in left.enumerated() {
                guard fires, sighting.reachedAt <= now else {
                    expect(sighting.reachedAt)
                    continue
                }
                let hasGraver = left[(index + 1)...].contains { $0.occurrence == sighting.occurrence && $0.reachedAt <= now }
                pass(
                    hasGraver ? nil : .abnormal(alert(sighting, of: sign)), sign.name, sighting.occurrence, sighting.threshold,
                    reachedAt: sighting.reachedAt)
            }
        }
    }

    private func alert(_ sighting: AbnormalSighting, of sign: AbnormalSign) -> AbnormalAlert {
        AbnormalAlert(
            alert: "\(file.complaint)/\(sign.name)/\(sighting.occurrence)/\(sighting.threshold)", complaint: file.complaint,
            sign: sign.name, occurrence: sighting.occurrence, count: sighting.grade.at, lasted: sighting.grade.after,
            level: sighting.grade.level, step: sighting.grade.step, to: sighting.grade.to, reachedAt: sighting.reachedAt, firedAt: now,
            unit: file.unit, province: subject.province, category: subject.category, nature: timeline.subject(at: now).nature,
            rule: sign.grades.source)
    }
}
