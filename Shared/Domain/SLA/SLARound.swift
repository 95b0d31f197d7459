/// One look at a complaint's file: what has been passed, what is over, what comes next.
struct SLARound {
    let file: ClockState
    let timeline: ClockTimeline
    let now: Instant
    /// The alarms that were raised and still hold.
    var standing: Set<Alarm> = []
    /// How each cycle goes on of which anything was ever said, and each of this round.
    private(set) var courses: [Course] = []
    /// The signs of today's policy.
    private(set) var signs: Set<ClockName> = []
    private let subject: ClockSubject
    /// Whether what has been passed goes out; otherwise it is only looked forward to.
    private let fires: Bool
    private var passed: [Passed] = []
    private var next: Instant?

    /// A file with an alarm that stands is looked at again after so long at the latest. So its timer is armed though nothing is left to fire,
    /// and a corrected calendar, which wakes what is armed, finds it.
    private static let nextLook = Duration.days(30)

    /// A threshold that has been passed; an event where it is told of.
    private struct Passed {
        let event: ClockEvent?
        let fired: FiredThreshold
        let reachedAt: Instant
    }

    init(_ file: ClockState, of subject: ClockSubject, at now: Instant, fires: Bool) {
        self.file = file
        self.subject = subject
        self.now = now
        self.fires = fires
        timeline = ClockTimeline(file, subject: subject)
    }

    /// The file with all that fired and all that is over, the events in the order in which their thresholds were passed, with what is over
    /// behind them, and when to look again.
    var decision: Decision<ClockState, ClockEvent> {
        var file = file
        var events: [ClockEvent] = []
        for one in passed.sorted(by: { $0.reachedAt < $1.reachedAt }) {
            file.fired.append(one.fired)
            if let event = one.event { events.append(event) }
        }
        var due = next
        guard !file.fired.isEmpty else { return Decision(state: file, events: events, due: due) }
        let over = clearings(in: file)
        if fires {
            events += over.map { .cleared($0) }
            for alarm in file.alarms where alarm.isOpen && !standing.contains(alarm.alarm) {
                file.fired.append(
                    FiredThreshold(
                        clock: alarm.alarm.clock, cycle: alarm.alarm.cycle, threshold: alarm.alarm.threshold, firedAt: now, isOver: true))
            }
        } else if !over.isEmpty {
            due = min(due ?? now, now)
        }
        if !standing.isEmpty {
            let look = now.adding(Self.nextLook)
            due = min(due ?? look, look)
        }
        return Decision(state: file, events: events, due: due)
    }

    private mutating func expect(_ instant: Instant) { next = min(next ?? instant, instant) }

    /// - Parameter lasts: whether what the alarm is about goes on; otherwise the alarm is called off in the same round.
    private mutating func pass(_ event: ClockEvent?, _ alarm: Alarm, reachedAt: Instant, lasts: Bool) {
        let fired = FiredThreshold(clock: alarm.clock, cycle: alarm.cycle, threshold: alarm.threshold, firedAt: now)
        passed.append(Passed(event: event, fired: fired, reachedAt: reachedAt))
        if lasts { standing.insert(alarm) }
    }

    /// How often an alarm will have been raised, this time counted.
    private func turn(of alarm: Alarm) -> Int { (file.standing(of: alarm)?.raised ?? 0) + 1 }
}

extension SLARound {
    /// Calculates every clock of the complaint.
    mutating func calculate(by rules: ClockRules) throws(CalendarFault) {
        let lateAfter = rules.policy.lateAfter?.value.duration
        for clock in rules.clocks where timeline.moments.contains(clock.rule.startsOn) {
            if let appliesTo = clock.rule.appliesTo, !appliesTo.matchesWhateverItsNature(subject) { continue }
            for run in ClockRun.all(of: clock, along: timeline) {
                guard let variant = clock.variant(for: timeline.subject(at: run.startedAt)) else { continue }
                try look(at: run, of: clock, variant, lateAfter: lateAfter)
            }
        }
    }

    /// Whether anything can be said of a cycle: of one that is over only what was never said, or is still to be called off.
    private func isSettled(_ run: ClockRun, of clock: ClockName, _ thresholds: [ClockThreshold]) -> Bool {
        guard run.endedAt != nil, !file.fired.isEmpty else { return false }
        return thresholds.allSatisfy { file.hasFired(clock, cycle: run.cycle, threshold: $0.at) }
            && !file.alarms.contains { $0.isOpen && $0.alarm.clock == clock && $0.alarm.cycle == run.cycle }
    }

    private mutating func look(
        at run: ClockRun, of clock: PreparedClock, _ variant: PreparedClock.Variant, lateAfter: Duration?
    ) throws(CalendarFault) {
        let name = clock.rule.name
        if isSettled(run, of: name, variant.thresholds) { return }
        let calculator = try DeadlineCalculator(run, of: clock, variant, along: timeline)
        var reached: [(threshold: ClockThreshold, at: Instant)] = []
        for threshold in variant.thresholds {
            let alarm = Alarm(clock: name, cycle: run.cycle, threshold: threshold.at)
            let hasFired = file.hasFired(name, cycle: run.cycle, threshold: threshold.at)
            if hasFired, run.endedAt != nil { continue }
            guard let reachedAt = try calculator.instant(at: threshold.at), reachedAt <= run.endedAt ?? reachedAt else { break }
            if hasFired, stands(alarm, reachedAt: reachedAt) { continue }
            guard fires, reachedAt <= now else {
                expect(reachedAt)
                break
            }
            reached.append((threshold, reachedAt))
        }
        if reached.isEmpty, !file.fired.contains(where: { $0.clock == name && $0.cycle == run.cycle }) { return }
        let dueAt = try calculator.deadline(forecastAt: now)
        courses.append(
            Course(
                clock: name, cycle: run.cycle, kind: .deadline, end: run.end(of: clock), dueAt: dueAt))
        let late = lateAfter.map { bound in reached.prefix { $0.at.adding(bound) < now }.count } ?? 0
        for (index, one) in reached.enumerated() {
            let alarm = Alarm(clock: name, cycle: run.cycle, threshold: one.threshold.at)
            var alert = Alert(
                one.threshold, of: name, run: run, dueAt: dueAt, file: file, subject: timeline.subject(at: now),
                rule: variant.allowance.source, identity: file.identity(of: alarm, raised: turn(of: alarm)), at: now)
            if index == late - 1 {
                alert.reachedAt = one.at
                if index > 0 { alert.overtaken = reached[..<index].map(\.threshold.at) }
            }
            pass(index < late - 1 ? nil : alert.event, alarm, reachedAt: one.at, lasts: run.endedAt == nil)
        }
    }

    /// Looks for signs of an abnormal work order; of the grades that one occurrence has reached since the last look the most severe is told.
    mutating func look(for abnormal: AbnormalPolicy) {
        let subject = timeline.subject(at: now)
        signs = Set(abnormal.signs.map(\.name))
        for sign in abnormal.signs where sign.begins(among: timeline.moments) && sign.appliesTo?.matches(subject) ?? true {
            let sightings = sign.sightings(along: timeline)
            for sighting in sightings where !courses.contains(where: { $0.clock == sign.name && $0.cycle == sighting.occurrence }) {
                courses.append(Course(clock: sign.name, cycle: sighting.occurrence, kind: .sign, end: sighting.end, dueAt: nil))
            }
            let left = sightings.filter { $0.isReached && !isAlerted($0, of: sign.name) }
            for (index, sighting) in left.enumerated() {
                guard fires, sighting.reachedAt <= now else {
                    expect(sighting.reachedAt)
                    continue
                }
                let hasMoreSevere = left[(index + 1)...].contains { $0.occurrence == sighting.occurrence && $0.reachedAt <= now }
                pass(
                    hasMoreSevere ? nil : .abnormal(alert(sighting, of: sign)), sighting.alarm(of: sign.name),
                    reachedAt: sighting.reachedAt,
                    lasts: sighting.end == nil)
            }
        }
    }

    /// Whether a grade needs no more telling: it was told and is over, or was told and still holds.
    private mutating func isAlerted(_ sighting: AbnormalSighting, of sign: ClockName) -> Bool {
        guard file.hasFired(sign, cycle: sighting.occurrence, threshold: sighting.threshold) else { return false }
        return sighting.end != nil || stands(sighting.alarm(of: sign), reachedAt: sighting.reachedAt)
    }

    private func alert(_ sighting: AbnormalSighting, of sign: AbnormalSign) -> AbnormalAlert {
        let alarm = sighting.alarm(of: sign.name)
        return AbnormalAlert(
            alert: file.identity(of: alarm, raised: turn(of: alarm)), complaint: file.complaint,
            sign: sign.name, occurrence: sighting.occurrence, count: sighting.grade.at, lasted: sighting.grade.after,
            level: sighting.grade.level, step: sighting.grade.step, to: sighting.grade.to, reachedAt: sighting.reachedAt, firedAt: now,
            unit: file.unit, province: subject.province, category: subject.category, nature: timeline.subject(at: now).nature,
            rule: sign.grades.source)
    }
}

extension SLARound {
    /// How a cycle of a clock, or a stretch of a sign, that was looked at goes on.
    struct Course {
        let clock: ClockName
        let cycle: Int
        let kind: AlarmCleared.Kind
        /// What ended it; `nil` while it lasts.
        let end: (moment: ClockMoment, at: Instant, restarts: Bool)?
        let dueAt: Instant?
    }

    /// Notes that an alarm of the file stands, unless it has yet to be raised.
    ///
    /// - Parameter reachedAt: when its share was used up; a clock of the machine that was set back makes no difference.
    /// - Returns: whether it is raised already, and stands.
    mutating func stands(_ alarm: Alarm, reachedAt: Instant) -> Bool {
        guard let known = file.standing(of: alarm), known.isOpen, reachedAt <= max(now, known.firedAt) else { return false }
        standing.insert(alarm)
        return true
    }

    /// Calls off every alarm that does not stand any more; one that went out in this very round, for what had ended before, among them.
    func clearings(in file: ClockState) -> [AlarmCleared] {
        var groups: [(alarms: [AlarmStanding], reason: AlarmCleared.Reason, course: Course?)] = []
        for alarm in file.alarms where alarm.isOpen && !standing.contains(alarm.alarm) {
            let course = courses.first { $0.clock == alarm.alarm.clock && $0.cycle == alarm.alarm.cycle }
            if let index = groups.firstIndex(where: {
                $0.alarms.first?.alarm.clock == alarm.alarm.clock && $0.alarms.first?.alarm.cycle == alarm.alarm.cycle
            }) {
                groups[index].alarms.append(alarm)
            } else {
                groups.append(([alarm], Self.reason(course), course))
            }
        }
        return groups.compactMap { clearing($0.alarms, $0.reason, $0.course) }
    }

    private static func reason(_ course: Course?) -> AlarmCleared.Reason {
        guard let course else { return .dropped }
        guard let end = course.end else { return course.kind == .deadline ? .moved : .dropped }
        if end.moment.isFinal { return .closed }
        return end.restarts ? .restarted : .done
    }

    private func clearing(_ alarms: [AlarmStanding], _ reason: AlarmCleared.Reason, _ course: Course?) -> AlarmCleared? {
        guard let last = alarms.last else { return nil }
        let identities = alarms.map { file.identity(of: $0.alarm, raised: $0.raised) }
        let subject = timeline.subject(at: now)
        let kind = course?.kind ?? (signs.contains(last.alarm.clock) ? .sign : .deadline)
        return AlarmCleared(
            cleared: file.identity(of: last.alarm, raised: last.raised) + "/cleared", alerts: identities, complaint: file.complaint,
            kind: kind, clock: last.alarm.clock, cycle: last.alarm.cycle, reason: reason, endedOn: course?.end?.moment,
            wasBreached: kind == .deadline ? alarms.contains { $0.alarm.threshold >= 100 } : nil, dueAt: course?.dueAt,
            clearedAt: course?.end?.at ?? now, unit: file.unit, province: subject.province, category: subject.category,
            nature: subject.nature)
    }
}
