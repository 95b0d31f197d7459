/// What makes a risk of many complaints, what groups a burst of alerts (`risk.yaml`; S132, S133, S203 13.2, S205 annex 1).
public struct RiskPolicy: Decodable, Equatable, Sendable {
    public let version: PolicyVersion
    public let effective: EffectivePeriod
    /// The time zone by whose date a day is counted: `+08:00`, `Z` or an IANA name.
    public let timeZone: String
    /// How long later members of a risk, or of a burst, are gathered before they are told in one alert.
    public let gatherFor: Sourced<PolicyDuration>
    /// How many members one alert names at most; 1 to 1000. The count is always whole.
    public let listedMembers: Sourced<Int>
    public let risks: [RiskRule]
    public let bursts: BurstRule?

    public init(
        version: PolicyVersion, effective: EffectivePeriod, timeZone: String, gatherFor: Sourced<PolicyDuration>,
        listedMembers: Sourced<Int>, risks: [RiskRule], bursts: BurstRule?
    ) {
        self.version = version
        self.effective = effective
        self.timeZone = timeZone
        self.gatherFor = gatherFor
        self.listedMembers = listedMembers
        self.risks = risks
        self.bursts = bursts
    }

    /// What the types cannot say: names given twice, counts and lengths out of range.
    public func faults() -> [Fault] {
        var faults = effective.faults()
        if CivilZone(name: timeZone, years: 2000...2001) == nil {
            faults.append(
                Fault(
                    field: "timeZone", problem: "names no time zone", expected: "an offset such as +08:00 or a name such as Asia/Shanghai"))
        }
        if gatherFor.value.duration <= .zero {
            faults.append(Fault(field: "gatherFor.value", problem: "is not more than 0", expected: "a duration such as 1h"))
        }
        if !(1...1000).contains(listedMembers.value) {
            faults.append(Fault(field: "listedMembers.value", problem: "is out of range", expected: "1 to 1000"))
        }
        var names: Set<String> = [BurstRule.name]
        for (index, rule) in risks.enumerated() {
            if !names.insert(rule.name).inserted {
                faults.append(Fault(field: "risks[\(index)].name", problem: "is given twice", expected: "each risk once"))
            }
            faults += rule.faults(at: "risks[\(index)]")
        }
        if let bursts {
            if bursts.atLeast.value < 2 {
                faults.append(Fault(field: "bursts.atLeast.value", problem: "is not a burst", expected: "2 or more"))
            }
            if bursts.within.value.duration < .minutes(1) {
                faults.append(Fault(field: "bursts.within.value", problem: "is too short", expected: "1m or more"))
            }
        }
        return faults
    }
}
