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
