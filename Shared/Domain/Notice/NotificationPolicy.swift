/// Who is told what, how and when (`notification.yaml`; S039, S063, S070, S074, S089, S108).
public struct NotificationPolicy: Decodable, Hashable, Sendable {
    public let version: PolicyVersion
    public let effective: EffectivePeriod
    /// Whose clocks quiet hours and times in messages go by.
    public let timeZone: Sourced<UTCOffset>
    /// None, where the operator wants none.
    public let quietHours: Sourced<QuietHours>?
    public let media: [MediumRule]
    /// For customers whose channel has no medium of its own.
    public let defaultMedium: Sourced<String>
    public let staffMedium: Sourced<String>
    public let staffLanguage: Sourced<Language>
    /// Who is told where the responsible unit is not known.
    public let defaultUnit: Sourced<Unit>
    /// How often each medium is tried; from 1.
    public let attemptsPerMedium: Sourced<Int>
    /// How long to wait after the first failed attempt, the second …; the last holds for all later ones.
    public let backoff: Sourced<[PolicyDuration]>
    public let rules: [NoticeRule]

    /// What the types cannot say: media nobody defined, figures out of range, rules that lack their unit.
    public func faults() -> [Fault] {
        var faults = effective.faults()
        var known: Set<String> = []
        for (index, medium) in media.enumerated() {
            if !known.insert(medium.code).inserted {
                faults.append(Fault(field: "media[\(index)].code", problem: "is given twice", expected: "each medium once"))
            }
            if medium.receiptTimeout.value.duration <= .zero {
                faults.append(Fault(field: "media[\(index)].receiptTimeout.value", problem: "leaves no time", expected: "more than 0s"))
            }
        }
        func check(_ medium: String, at field: String) {
            if !known.contains(medium) {
                faults.append(Fault(field: field, problem: "is not one of the media", expected: "a medium listed under media"))
            }
        }
        for (index, medium) in media.enumerated() {
            for (place, next) in medium.fallback.value.enumerated() { check(next, at: "media[\(index)].fallback.value[\(place)]") }
        }
        check(defaultMedium.value, at: "defaultMedium.value")
        check(staffMedium.value, at: "staffMedium.value")
        if attemptsPerMedium.value < 1 {
            faults.append(Fault(field: "attemptsPerMedium.value", problem: "is below 1", expected: "1 or more"))
        }
        if backoff.value.isEmpty {
            faults.append(Fault(field: "backoff.value", problem: "is empty", expected: "one duration or more"))
        }
        return faults + ruleFaults()
    }

    private func ruleFaults() -> [Fault] {
        var faults: [Fault] = []
        var seen: [NoticeTrigger: Set<TemplateName>] = [:]
        for (index, rule) in rules.enumerated() {
            if !seen[rule.when, default: []].insert(rule.template).inserted {
                faults.append(
                    Fault(field: "rules[\(index)].template", problem: "is sent twice for one trigger", expected: "each template once"))
            }
            if rule.tell == .unit, rule.unit == nil {
                faults.append(Fault(field: "rules[\(index)].unit", problem: "is missing", expected: "the unit to tell"))
            }
            if rule.tell != .unit, rule.unit != nil {
                faults.append(Fault(field: "rules[\(index)].unit", problem: "has no use", expected: "tell: unit"))
            }
        }
        return faults
    }
}
