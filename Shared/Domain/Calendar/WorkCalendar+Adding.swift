extension WorkCalendar {
    /// The end of the n-th working day after the day an instant lies in (Civil Code art. 201).
    public func adding(workingDays days: Int, to start: Instant, dayEnd: DayEnd = .midnight) throws(CalendarFault) -> CalculatedDeadline {
        try adding(.workingDays(days), to: start, dayEnd: dayEnd, rolling: false)
    }

    /// The end of the n-th calendar day after the day an instant lies in.
    ///
    /// - Parameter rolling: whether a last day of rest moves the end to the next workday (Civil Code art. 203); whether that article governs
    ///   an operator's answer is a matter of interpretation, so the safe choice is not to roll.
    public func adding(
        calendarDays days: Int, to start: Instant, dayEnd: DayEnd = .midnight, rolling: Bool = false
    ) throws(CalendarFault) -> CalculatedDeadline {
        try adding(.calendarDays(days), to: start, dayEnd: dayEnd, rolling: rolling)
    }

    /// The instant by which so much working time has passed.
    public func adding(workingTime duration: PolicyDuration, to start: Instant) throws(CalendarFault) -> CalculatedDeadline {
        try adding(.workingTime(duration), to: start, dayEnd: .midnight, rolling: false)
    }

    /// Any allowance, added to a start.
    public func adding(
        _ allowance: Allowance, to start: Instant, dayEnd: DayEnd = .midnight, rolling: Bool = false
    ) throws(CalendarFault) -> CalculatedDeadline {
        let scale = TimeScale(calendar: self, allowance: allowance, dayEnd: dayEnd)
        let end = try scale.instant(reaching: scale.origin(of: start) + allowance.units)
        guard rolling else { return CalculatedDeadline(instant: end, isProvisional: scale.isProvisional(through: end)) }
        let rolled = try scale.rolledToWorkday(end)
        return CalculatedDeadline(instant: rolled, isProvisional: scale.lastDay(endingAt: rolled) >= firstUnpublishedDay)
    }
}
