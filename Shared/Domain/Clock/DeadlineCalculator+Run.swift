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
