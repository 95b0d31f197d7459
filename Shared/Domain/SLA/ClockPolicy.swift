/// The deadlines of complaints (`clocks.yaml`; S014, S106, S137).
public struct ClockPolicy: Decodable, Equatable, Sendable {
    public let version: PolicyVersion
    public let effective: EffectivePeriod
    /// A threshold that fires longer than this after it was passed is late: of one cycle's late ones only the highest is sent, marked, for all
    /// of them. So neither an outage nor a corrected calendar storms. Where it is not given, each is sent.
    public let lateAfter: Sourced<PolicyDuration>?
    public private(set) var clocks: [ClockRule]

    public init(
        version: PolicyVersion, effective: EffectivePeriod, lateAfter: Sourced<PolicyDuration>? = nil, clocks: [ClockRule]
    ) {
        self.version = version
        self.effective = effective
        self.lateAfter = lateAfter
        self.clocks = clocks
    }

    /// The same policy with each clock changed as told; all else stays, whatever else a policy may come to have.
    public func changingClocks(_ change: (ClockRule) -> ClockRule) -> ClockPolicy {
        var policy = self
        policy.clocks = clocks.map(change)
        return policy
    }

    /// The same policy with one clock alone.
    public func alone(_ clock: ClockRule) -> ClockPolicy {
        var policy = self
        policy.clocks = [clock]
        return policy
    }

    /// What the types cannot say: names given twice, clocks that nothing stops, calendars nobody defines, thresholds out of order.
    public func faults(calendars: Set<String>) -> [Fault] {
        var faults = effective.faults()
        if let lateAfter, lateAfter.value.duration <= .zero {
            faults.append(Fault(field: "lateAfter.value", problem: "is not more than 0", expected: "a duration such as 1h"))
        }
        if clocks.isEmpty { faults.append(Fault(field: "clocks", problem: "is empty", expected: "one clock or more")) }
        var names: Set<ClockName> = []
        for (index, clock) in clocks.enumerated() {
            let path = "clocks[\(index)]"
            if !names.insert(clock.name).inserted {
                faults.append(Fault(field: path + ".name", problem: "is given twice", expected: "each clock once"))
            }
            faults += clock.faults(calendars: calendars).map { fault in
                Fault(field: "\(path).\(fault.field)", problem: fault.problem, expected: fault.expected)
            }
        }
        return faults
    }
}

extension ClockRule {
    func faults(calendars: Set<String>) -> [Fault] {
        var faults = momentFaults()
        faults += Self.faults(of: allowance.value, at: "allowance.value") + Self.faults(of: thresholds.value, at: "thresholds.value")
        if name.rawValue.isEmpty || name.rawValue.contains(where: { $0 == "/" || $0 == " " }) {
            faults.append(Fault(field: "name", problem: "cannot be part of an alert's name", expected: "a word without slash or space"))
        }
        if let appliesTo { faults += appliesTo.faults(at: "appliesTo") + priorityFaults(appliesTo, at: "appliesTo") }
        let known = calendars.sorted().joined(separator: ", ")
        if !calendars.contains(calendar) {
            faults.append(Fault(field: "calendar", problem: "is not defined", expected: "one of the calendars: " + known))
        }
        for (index, override) in (overrides ?? []).enumerated() {
            let path = "overrides[\(index)]"
            faults += override.when.faults(at: path + ".when") + priorityFaults(override.when, at: path + ".when")
            if let allowance = override.allowance { faults += Self.faults(of: allowance.value, at: path + ".allowance.value") }
            if let thresholds = override.thresholds { faults += Self.faults(of: thresholds.value, at: path + ".thresholds.value") }
            if let calendar = override.calendar, !calendars.contains(calendar) {
                faults.append(Fault(field: path + ".calendar", problem: "is not defined", expected: "one of the calendars: " + known))
            }
        }
        if let longestRest, longestRest.value.duration <= .zero {
            faults.append(Fault(field: "longestRest.value", problem: "is not more than 0", expected: "a duration such as 10d"))
        }
        return faults
    }

    /// A priority comes with the work order, so a clock that has started before cannot go by it.
    private func priorityFaults(_ condition: ClockCondition, at path: String) -> [Fault] {
        guard condition.priorities != nil, startsOn.isBeforeDispatch else { return [] }
        return [
            Fault(
                field: path + ".priorities", problem: "is not known when a clock starts on \(startsOn.rawValue)",
                expected: "a clock that starts on dispatched or later")
        ]
    }

    private func momentFaults() -> [Fault] {
        var faults: [Fault] = []
        if startsOn.isFinal {
            faults.append(Fault(field: "startsOn", problem: "ends the complaint", expected: "a moment before its end"))
        }
        for (index, moment) in stopsOn.enumerated() where moment == startsOn || moment == .received {
            faults.append(Fault(field: "stopsOn[\(index)]", problem: "cannot come after the start", expected: "a later moment"))
        }
        for (index, moment) in (restartsOn ?? []).enumerated() where moment.isFinal || moment == .received || stopsOn.contains(moment) {
            faults.append(
                Fault(field: "restartsOn[\(index)]", problem: "stops the clock or starts it", expected: "a moment that only restarts it"))
        }
        return faults
    }

    private static func faults(of allowance: Allowance, at path: String) -> [Fault] {
        guard let problem = allowance.problem else { return [] }
        return [Fault(field: path, problem: problem, expected: "a time such as workingDays: 5")]
    }

    private static func faults(of thresholds: [ClockThreshold], at path: String) -> [Fault] {
        var faults: [Fault] = []
        if !thresholds.contains(where: { $0.at == 100 }) {
            faults.append(Fault(field: path, problem: "has no breach", expected: "a threshold at 100"))
        }
        for (index, threshold) in thresholds.enumerated() {
            if !(1...1000).contains(threshold.at) {
                faults.append(Fault(field: "\(path)[\(index)].at", problem: "is out of range", expected: "a per cent from 1 to 1000"))
            }
            if threshold.to?.isEmpty == true {
                faults.append(Fault(field: "\(path)[\(index)].to", problem: "is empty", expected: "at least one unit"))
            }
            if !(0...9).contains(threshold.step) {
                faults.append(Fault(field: "\(path)[\(index)].step", problem: "is out of range", expected: "a step from 0 to 9"))
            }
            if index > 0, threshold.at <= thresholds[index - 1].at {
                faults.append(Fault(field: "\(path)[\(index)].at", problem: "does not rise", expected: "more than the one above"))
            }
        }
        return faults
    }
}

/// One deadline as a policy writes it: when it runs, how much time it allows, and at which shares of it an alert goes out.
public struct ClockRule: Decodable, Equatable, Sendable {
    public let name: ClockName
    /// The complaints it is for; all of them where not given.
    public let appliesTo: ClockCondition?
    /// The calendar it counts by.
    public let calendar: String
    /// The first such moment starts the first cycle.
    public let startsOn: ClockMoment
    /// Whatever stops a complaint for good (archived, withdrawn, settled on the spot) stops every clock besides.
    public let stopsOn: [ClockMoment]
    /// Begins a new cycle, whether the last one has stopped or still runs.
    public let restartsOn: [ClockMoment]?
    /// The reasons of a hold that let the clock rest (S070); `information-required` is the wait before a complaint is complete.
    public let restsOn: Sourced<[String]>?
    /// How long a cycle may rest in all, in elapsed time; what goes beyond it counts again.
    public let longestRest: Sourced<PolicyDuration>?
    public let allowance: Sourced<Allowance>
    /// When a counted day ends; at midnight where not given.
    public let dayEnd: Sourced<DayEnd>?
    /// Whether an end on a day of rest moves to the next workday; it stays where not given.
    public let rollsToWorkday: Sourced<Bool>?
    public let thresholds: Sourced<[ClockThreshold]>
    /// The first that matches a complaint replaces what it names.
    public private(set) var overrides: [ClockOverride]?

    /// The reason under which the wait for missing information rests a clock.
    public static let informationRequired = "information-required"

    public init(
        name: ClockName, appliesTo: ClockCondition? = nil, calendar: String, startsOn: ClockMoment, stopsOn: [ClockMoment],
        restartsOn: [ClockMoment]? = nil, restsOn: Sourced<[String]>? = nil, longestRest: Sourced<PolicyDuration>? = nil,
        allowance: Sourced<Allowance>, dayEnd: Sourced<DayEnd>? = nil, rollsToWorkday: Sourced<Bool>? = nil,
        thresholds: Sourced<[ClockThreshold]>, overrides: [ClockOverride]? = nil
    ) {
        self.name = name
        self.appliesTo = appliesTo
        self.calendar = calendar
        self.startsOn = startsOn
        self.stopsOn = stopsOn
        self.restartsOn = restartsOn
        self.restsOn = restsOn
        self.longestRest = longestRest
        self.allowance = allowance
        self.dayEnd = dayEnd
        self.rollsToWorkday = rollsToWorkday
        self.thresholds = thresholds
        self.overrides = overrides
    }

    /// The same rule, with overrides that come before its own: the first that matches a complaint holds.
    public func applying(_ first: [ClockOverride]) -> ClockRule {
        var rule = self
        if !first.isEmpty { rule.overrides = first + (overrides ?? []) }
        return rule
    }
}

/// What a rule says otherwise for some complaints: a province's own law, a stricter limit for major ones.
public struct ClockOverride: Decodable, Equatable, Sendable {
    public let when: ClockCondition
    public let allowance: Sourced<Allowance>?
    public let calendar: String?
    public let thresholds: Sourced<[ClockThreshold]>?

    public init(
        when: ClockCondition, allowance: Sourced<Allowance>? = nil, calendar: String? = nil,
        thresholds: Sourced<[ClockThreshold]>? = nil
    ) {
        self.when = when
        self.allowance = allowance
        self.calendar = calendar
        self.thresholds = thresholds
    }
}

/// A share of the allowed time at which an alert goes out.
public struct ClockThreshold: Hashable, Codable, Sendable {
    /// Per cent of the allowed time, 1 to 1000: below 100 a warning, 100 the breach, above it a step of the ladder.
    public let at: Int
    /// The step of the escalation ladder it calls for, 0 to 9; 0 for a mere warning.
    public let step: Int
    /// Who is notified beside the unit responsible: this step's own recipients (S139, S189).
    public let to: [Unit]?

    public init(at: Int, step: Int, to: [Unit]? = nil) {
        self.at = at
        self.step = step
        self.to = to
    }
}
