/// One deadline is near or past. Its identity is (complaint, clock, cycle, threshold): it fires once; and once more, ending in `/2`, where it was
/// called off since its deadline had moved, and the new one is reached too.
public struct Alert: Hashable, Codable, Sendable {
    /// `C2026…/answer/1/80`: the identity in words; also the CloudEvents id, and what `AlarmCleared` names when it is over.
    public let alert: String
    public let complaint: ComplaintNumber
    public let clock: ClockName
    /// Which run of the clock this is; from 1.
    public let cycle: Int
    /// Per cent of the allowed time: below 100 a warning, 100 the breach, above it a step of the ladder.
    public let threshold: Int
    public let dueAt: Instant
    public let firedAt: Instant
    /// The unit responsible when it fired, where one is known.
    public let unit: Unit?
    public let province: Province
    public let category: Category
    public let nature: Nature
    /// Which step of the escalation ladder this calls for; 0 for a mere warning.
    public let step: Int
    /// The rule the deadline comes from, such as `Order 35 art. 8`.
    public let rule: String
    /// Who is notified beside the unit responsible, where the policy names them for this threshold.
    public internal(set) var to: [Unit]?
    /// When the share was used up, where it fires long after that: after an outage, or because a corrected calendar moved the deadline.
    public internal(set) var reachedAt: Instant?
    /// The lower thresholds of the same cycle that were passed long before too: this one alert speaks for all of them.
    public internal(set) var overtaken: [Int]?
}
