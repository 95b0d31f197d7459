/// The clocks, calendars and signs of abnormal work orders of one policy version, made ready: each rule with its time scales, nothing left
/// to look up by name.
public final class ClockRules: Sendable {
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

/// A rule made ready for calculating. It never changes, and is a class so that a decision passes over it without copying a rule.
final class PreparedClock: Sendable {
    let rule: ClockRule
    let stopsOn: ClockMomentSet
    let restartsOn: ClockMomentSet
    let moments: ClockMomentSet
    /// The overrides in their order, then the rule itself.
    private let variants: [Variant]

    /// What a rule comes to for some complaints.
    final class Variant: Sendable {
        let condition: ClockCondition?
        let allowance: Sourced<Allowance>
        let thresholds: [ClockThreshold]
        let scale: TimeScale

        init(_ override: ClockOverride?, of rule: ClockRule, calendar: WorkCalendar) {
            condition = override?.when
            allowance = override?.allowance ?? rule.allowance
            thresholds = (override?.thresholds ?? rule.thresholds).value
            scale = TimeScale(calendar: calendar, allowance: allowance.value, dayEnd: rule.dayEnd?.value ?? .midnight)
        }
    }

    /// `nil` where a calendar is missing, which the policy's check has ruled out.
    init?(_ rule: ClockRule, calendars: [String: WorkCalendar]) {
        var variants: [Variant] = []
        for override in (rule.overrides ?? []).map(Optional.some) + [nil] {
            guard let calendar = calendars[override?.calendar ?? rule.calendar] else { return nil }
            variants.append(Variant(override, of: rule, calendar: calendar))
        }
        self.rule = rule
        self.variants = variants
        stopsOn = ClockMomentSet(rule.stopsOn)
        restartsOn = ClockMomentSet(rule.restartsOn ?? [])
        var moments = ClockMomentSet([rule.startsOn] + rule.stopsOn + (rule.restartsOn ?? []))
        let reasons = rule.restsOn?.value ?? []
        if reasons.contains(ClockRule.informationRequired) {
            moments.formUnion(ClockMomentSet([.informationRequired, .supplemented, .registered]))
        }
        if reasons.contains(where: { $0 != ClockRule.informationRequired }) { moments.formUnion(ClockMomentSet([.held, .resumed])) }
        self.moments = moments
    }

    /// What the rule comes to for a complaint; `nil` where it is not for it.
    func variant(for subject: ClockSubject) -> Variant? {
        if let appliesTo = rule.appliesTo, !appliesTo.matches(subject) { return nil }
        return variants.first { $0.condition?.matches(subject) ?? true }
    }
}
