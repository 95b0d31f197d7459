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
