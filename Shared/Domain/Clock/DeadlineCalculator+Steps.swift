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
