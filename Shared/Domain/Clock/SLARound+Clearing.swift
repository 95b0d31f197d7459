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
