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

/// So many complaints of one province and one class of problem within a day or a month (S132, S133).
public struct RiskRule: Decodable, Equatable, Sendable {
    /// The time within which complaints count together.
    public enum Window: String, Codable, Sendable, CaseIterable {
        /// The same date.
        case day
        /// The same month of the calendar.
        case calendarMonth = "calendar-month"
        /// A month back from the complaint, to the day after the corresponding one (Civil Code art. 202).
        case rollingMonth = "rolling-month"
    }

    public let name: String
    /// Which complaints count; all of them where not given.
    public let counts: Sourced<ClockCondition>?
    public let within: Sourced<Window>
    public let atLeast: Sourced<Int>
    /// The level of the warning: 1 is the most severe, 4 the least.
    public let level: Sourced<Int>
    /// Who is notified.
    public let to: Sourced<[Unit]>?

    public init(
        name: String, counts: Sourced<ClockCondition>? = nil, within: Sourced<Window>, atLeast: Sourced<Int>, level: Sourced<Int>,
        to: Sourced<[Unit]>? = nil
    ) {
        self.name = name
        self.counts = counts
        self.within = within
        self.atLeast = atLeast
        self.level = level
        self.to = to
    }

    func faults(at path: String) -> [Fault] {
        var faults: [Fault] = []
        if name.isEmpty || name.contains(where: { $0 == "/" || $0 == " " || $0 == "," }) {
            faults.append(
                Fault(field: path + ".name", problem: "cannot be part of an alert's name", expected: "a word without slash or space"))
        }
        if let counts { faults += counts.value.faults(at: path + ".counts.value") }
        if counts?.value.priorities != nil {
            faults.append(
                Fault(
                    field: path + ".counts.value.priorities", problem: "is not known when a complaint is counted",
                    expected: "what the registration says"))
        }
        if atLeast.value < 1 { faults.append(Fault(field: path + ".atLeast.value", problem: "is not a count", expected: "1 or more")) }
        if !(1...4).contains(level.value) {
            faults.append(Fault(field: path + ".level.value", problem: "is out of range", expected: "1, the most severe, to 4"))
        }
        if let to, to.value.isEmpty { faults.append(Fault(field: path + ".to.value", problem: "is empty", expected: "at least one unit")) }
        return faults
    }
}

/// When alerts of one clock and threshold, or of one sign, in one province count as a burst.
public struct BurstRule: Decodable, Equatable, Sendable {
    static let name = "burst"

    /// Alerts of the same stretch of so long count together.
    public let within: Sourced<PolicyDuration>
    public let atLeast: Sourced<Int>

    public init(within: Sourced<PolicyDuration>, atLeast: Sourced<Int>) {
        self.within = within
        self.atLeast = atLeast
    }
}
