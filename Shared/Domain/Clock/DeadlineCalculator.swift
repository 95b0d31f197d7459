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
