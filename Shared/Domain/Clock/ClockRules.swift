/// The clocks, calendars and signs of abnormal work orders of one policy version, made ready: each rule with its time scales, nothing left
/// to look up by name.
public struct ClockRules: Sendable {
    public let policy: ClockPolicy
    public let calendars: [String: WorkCalendar]
    public let abnormal: AbnormalPolicy?
    let clocks: [PreparedClock]
    /// All moments that any clock or sign asks for.
    let moments: ClockMomentSet

    /// Throws `Faults` with all that is wrong; the fields' paths begin with `clocks`, `calendars` or `signs`.
    public init(policy: ClockPolicy, calendars: CalendarPolicy, abnormal: AbnormalPolicy? = nil) throws(Faults) {
        var faults = calendars.faults() + policy.faults(calendars: Set(calendars.calendars.map(\.name)))
        if let abnormal { faults += abnormal.faults(beside: Set(policy.clocks.map(\.name))) }
        guard faults.isEmpty else { throw Faults(faults) }
        var byName: [String: WorkCalendar] = [:]
        for definition in calendars.calendars { byName[definition.name] = try WorkCalendar(definition) }
        self.policy = policy
        self.abnormal = abnormal
        self.calendars = byName
        self.clocks = policy.clocks.compactMap { PreparedClock($0, calendars: byName) }
        var moments = ClockMomentSet(ClockMoment.allCases.filter(\.isFinal) + [.majorDeclared, .majorRevoked])
        for clock in clocks { moments.formUnion(clock.moments) }
        for sign in abnormal?.signs ?? [] { moments.formUnion(sign.moments) }
        self.moments = moments
    }
}

extension ClockRules: Equatable {
    public static func == (left: ClockRules, right: ClockRules) -> Bool {
        left.policy == right.policy && left.calendars == right.calendars && left.abnormal == right.abnormal
    }
}
