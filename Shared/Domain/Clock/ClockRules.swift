/// The clocks and calendars of one policy version, made ready: each rule with its time scales, nothing left to look up by name.
public struct ClockRules: Sendable {
    public let policy: ClockPolicy
    public let calendars: [String: WorkCalendar]
    let clocks: [PreparedClock]
    /// All moments that any clock asks for.
    let moments: ClockMomentSet

    /// Throws `Faults` with all that is wrong in both; the fields' paths begin with `clocks` or `calendars`.
    public init(policy: ClockPolicy, calendars: CalendarPolicy) throws(Faults) {
        let faults = calendars.faults() + policy.faults(calendars: Set(calendars.calendars.map(\.name)))
        guard faults.isEmpty else { throw Faults(faults) }
        var byName: [String: WorkCalendar] = [:]
        for definition in calendars.calendars { byName[definition.name] = try WorkCalendar(definition) }
        self.policy = policy
        self.calendars = byName
        self.clocks = policy.clocks.compactMap { PreparedClock($0, calendars: byName) }
        var moments = ClockMomentSet(ClockMoment.allCases.filter(\.isFinal))
        for clock in clocks { moments.formUnion(clock.moments) }
        self.moments = moments
    }
}

extension ClockRules: Equatable {
    public static func == (left: ClockRules, right: ClockRules) -> Bool {
        left.policy == right.policy && left.calendars == right.calendars
    }
}
