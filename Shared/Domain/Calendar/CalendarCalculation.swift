/// A deadline calculated by a calendar alone, day by day: what was counted, and why.
public struct CalendarCalculation: Hashable, Sendable {
    /// The first instant that is too late.
    public let due: Instant
    /// The last day that lies within the time allowed, in the calendar's zone.
    public let lastDay: CivilDate
    /// It depends on a year whose holidays are not yet published.
    public let isProvisional: Bool
    /// From the day of the start to the last.
    public let steps: [DeadlineStep]

    /// Adds an allowance to a start (Civil Code art. 201, 203).
    ///
    /// - Parameter rolling: whether a last day of rest moves the end to the next workday.
    /// - Throws: a `CalendarFault` for a year the calendar knows nothing of.
    public init(
        adding allowance: Allowance, to start: Instant, by calendar: WorkCalendar, dayEnd: DayEnd = .midnight, rolling: Bool = false
    ) throws(CalendarFault) {
        let scale = TimeScale(calendar: calendar, allowance: allowance, dayEnd: dayEnd)
        let origin = try scale.origin(of: start)
        let calculation = try calendar.adding(allowance, to: start, dayEnd: dayEnd, rolling: rolling)
        let first = calendar.zone.dayNumber(of: start)
        let last = max(first, scale.lastDay(endingAt: calculation.instant))
        var steps: [DeadlineStep] = []
        var before: Int64 = 0
        for day in first...last {
            let end = min(calendar.zone.start(of: day + 1), calculation.instant)
            let total = min(max(0, try scale.position(of: end) - origin), allowance.units)
            let facts = try scale.reason(for: day, isStart: day == first, isPastAllowance: before >= allowance.units)
            steps.append(
                DeadlineStep(
                    date: CivilDate(daysSinceEpoch: day), reason: facts.reason, holiday: facts.holiday,
                    counted: PolicyDuration(.milliseconds(total - before)), total: PolicyDuration(.milliseconds(total)), rested: false,
                    isProvisional: facts.isProvisional))
            before = total
        }
        due = calculation.instant
        lastDay = CivilDate(daysSinceEpoch: last)
        isProvisional = calculation.isProvisional
        self.steps = steps
    }
}

/// A deadline calculated by a calendar.
public struct CalculatedDeadline: Hashable, Codable, Sendable {
    /// The first instant that is too late.
    public let instant: Instant
    /// It depends on a year whose holidays are not yet published.
    public let isProvisional: Bool
}
