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
