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
