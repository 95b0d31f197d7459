/// A rule made ready for reckoning.
struct PreparedClock: Sendable {
    let rule: ClockRule
    let stopsOn: ClockMomentSet
    let restartsOn: ClockMomentSet
    let moments: ClockMomentSet
    /// The overrides in their order, then the rule itself.
    private let variants: [Variant]

    /// What a rule comes to for some complaints.
    struct Variant: Sendable {
        let condition: ClockCondition?
        let allowance: Sourced<Allowance>
        let thresholds: [ClockThreshold]
        let scale: TimeScale
    }

    /// `nil` where a calendar is missing, which the policy's check has ruled out.
    init?(_ rule: ClockRule, calendars: [String: WorkCalendar]) {
        let dayEnd = rule.dayEnd?.value ?? .midnight
        func variant(of override: ClockOverride?) -> Variant? {
            guard let calendar = calendars[override?.calendar ?? rule.calendar] else { return nil }
            let allowance = override?.allowance ?? rule.allowance
            return Variant(
                condition: override?.when, allowance: allowance, thresholds: (override?.thresholds ?? rule.thresholds).value,
                scale: TimeScale(calendar: calendar, allowance: allowance.value, dayEnd: dayEnd))
        }
        var variants: [Variant] = []
        for override in (rule.overrides ?? []).map(Optional.some) + [nil] {
            guard let variant = variant(of: override) else { return nil }
            variants.append(variant)
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
