/// One cycle of a clock calculated: when each share of its time is used up.
struct DeadlineCalculator {
    let scale: TimeScale
    /// The allowed time in the scale's unit.
    let allowance: Int64
    /// Whether the end moves to a workday (Civil Code art. 203).
    let rolls: Bool
    /// In order, without overlap; the last may be open.
    let rests: [ClockRest]
    let origin: Int64
    /// When all allowed time is used up: the first instant that is too late. `nil` while an open rest keeps it away.
    let deadline: Instant?

    init(scale: TimeScale, allowance: Int64, rolls: Bool, start: Instant, rests: [ClockRest]) throws(CalendarFault) {
        self.scale = scale
        self.allowance = allowance
        self.rolls = rolls
        self.rests = rests
        self.origin = try scale.origin(of: start)
        let plain = try Self.reach(allowance, from: origin, scale: scale, rests: rests)
        if rolls, let plain { deadline = try scale.rolledToWorkday(plain) } else { deadline = plain }
    }

    /// When a share of the allowed time is used up, in per cent; `nil` while an open rest keeps it away.
    ///
    /// Beyond 100 the share is counted on from the deadline, rolled or not.
    func instant(at percent: Int) throws(CalendarFault) -> Instant? {
        if percent == 100 { return deadline }
        if percent < 100 || !rolls { return try reach(allowance * Int64(percent) / 100) }
        guard let deadline else { return nil }
        return try reach(used(at: deadline) + allowance * Int64(percent - 100) / 100)
    }

    /// How much time has been used up, rests left out.
    func used(at instant: Instant) throws(CalendarFault) -> Int64 {
        let now = try scale.position(of: instant)
        var used: Int64 = 0
        var from = origin
        for rest in rests where rest.from < instant {
            let restStart = max(from, try scale.position(of: rest.from))
            used += restStart - from
            guard let until = rest.until, until < instant else { return used }
            from = max(restStart, try scale.position(of: until))
        }
        return used + max(0, now - from)
    }

    private func reach(_ units: Int64) throws(CalendarFault) -> Instant? {
        try Self.reach(units, from: origin, scale: scale, rests: rests)
    }

    private static func reach(
        _ units: Int64, from origin: Int64, scale: TimeScale, rests: [ClockRest]
    ) throws(CalendarFault) -> Instant? {
        var left = units
        var from = origin
        for rest in rests {
            let restStart = max(from, try scale.position(of: rest.from))
            if restStart - from >= left { break }
            left -= restStart - from
            guard let until = rest.until else { return nil }
            from = max(restStart, try scale.position(of: until))
        }
        return try scale.instant(reaching: from + left)
    }
}

extension DeadlineCalculator {
    /// Calculates a cycle by what its rule comes to for the complaint.
    init(_ run: ClockRun, of clock: PreparedClock, _ variant: PreparedClock.Variant, along timeline: ClockTimeline) throws(CalendarFault) {
        try self.init(
            scale: variant.scale, allowance: variant.allowance.value.units, rolls: clock.rule.rollsToWorkday?.value ?? false,
            start: run.startedAt, rests: run.rests(by: clock.rule, along: timeline))
    }

    /// The deadline; where an open rest keeps it away, what it would be if work went on now.
    func deadline(forecastAt now: Instant) throws(CalendarFault) -> Instant {
        if let deadline { return deadline }
        let used = try used(at: now)
        let plain = try scale.instant(reaching: max(origin, scale.position(of: now)) + allowance - used)
        return rolls ? try scale.rolledToWorkday(plain) : plain
    }
}

extension DeadlineCalculator {
    /// Whether the deadline depends on a year whose holidays are not published.
    func isProvisional(through end: Instant) -> Bool {
        rolls ? scale.lastDay(endingAt: end) >= scale.calendar.firstUnpublishedDay : scale.isProvisional(through: end)
    }

    /// The days from a start to the deadline, each with what it counted.
    func steps(from start: Instant, to end: Instant) throws(CalendarFault) -> [DeadlineStep] {
        let zone = scale.calendar.zone
        let first = zone.dayNumber(of: start)
        var steps: [DeadlineStep] = []
        var before: Int64 = 0
        for day in first...max(first, scale.lastDay(endingAt: end)) {
            let dayStart = zone.start(of: day)
            let dayEnd = min(zone.start(of: day + 1), end)
            let total = try used(at: dayEnd)
            let facts = try scale.reason(for: day, isStart: day == first, isPastAllowance: before >= allowance)
            steps.append(
                DeadlineStep(
                    date: CivilDate(daysSinceEpoch: day), reason: facts.reason, holiday: facts.holiday,
                    counted: PolicyDuration(.milliseconds(total - before)), total: PolicyDuration(.milliseconds(total)),
                    rested: rests.contains { $0.from < dayEnd && ($0.until ?? dayEnd) > dayStart }, isProvisional: facts.isProvisional))
            before = total
        }
        return steps
    }
}

extension TimeScale {
    /// Why a day counts or does not.
    func reason(
        for day: Int, isStart: Bool, isPastAllowance: Bool
    ) throws(CalendarFault) -> (reason: DeadlineStep.Reason, holiday: String?, isProvisional: Bool) {
        let asksCalendar: Bool
        switch kind {
        case .elapsed, .calendarDays(.midnight): asksCalendar = isPastAllowance
        case .workingTime, .workingDays, .calendarDays(.closing): asksCalendar = true
        }
        let facts = asksCalendar ? try calendar.day(CivilDate(daysSinceEpoch: day)) : nil
        let provisional = facts?.isProvisional ?? false
        switch kind {
        case .workingDays, .calendarDays:
            if isStart { return (.startDay, facts?.holiday, provisional) }
            if isPastAllowance { return (.rolled, facts?.holiday, provisional) }
        case .elapsed, .workingTime: break
        }
        switch kind {
        case .elapsed, .calendarDays: return (.calendarDay, facts?.holiday, provisional)
        case .workingTime, .workingDays:
            switch facts?.kind {
            case .workday, nil: return (.workday, facts?.holiday, provisional)
            case .makeUpWorkday: return (.makeUpWorkday, facts?.holiday, provisional)
            case .weekend: return (.weekend, facts?.holiday, provisional)
            case .holiday: return (.holiday, facts?.holiday, provisional)
            }
        }
    }
}

/// One day on the way to a deadline: how much of it was counted, and why.
public struct DeadlineStep: Hashable, Codable, Sendable {
    public enum Reason: String, Codable, Sendable, CaseIterable {
        /// The day of the start is not counted (Civil Code art. 201).
        case startDay = "start-day"
        case calendarDay = "calendar-day"
        case workday
        case makeUpWorkday = "make-up-workday"
        case weekend
        case holiday
        /// After the allowed days: the end moves to a workday (Civil Code art. 203).
        case rolled
    }

    public let date: CivilDate
    public let reason: Reason
    /// The holiday the day belongs to, such as `国庆节`.
    public let holiday: String?
    /// What the day added, to the second; a whole counted day is `1d`.
    public let counted: PolicyDuration
    /// What was counted to the end of the day.
    public let total: PolicyDuration
    /// Work rested for a part of the day at least.
    public let rested: Bool
    /// The year's holidays are not published: the week alone was asked.
    public let isProvisional: Bool
}
