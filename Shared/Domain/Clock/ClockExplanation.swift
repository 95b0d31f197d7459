/// How one cycle of one clock came to its deadline, for people: which rule, what was counted, what was not, and why.
public struct ClockExplanation: Hashable, Encodable, Sendable {
    public enum Status: String, Codable, Sendable, CaseIterable {
        /// Its first moment has not come.
        case waiting
        case running
        /// The work order is on hold, and the time with it.
        case resting
        /// Ended before the deadline.
        case met
        /// The deadline passed before it ended, or it still runs.
        case breached
    }

    /// One threshold with its time.
    public struct Threshold: Hashable, Codable, Sendable {
        /// Per cent of the allowed time.
        public let at: Int
        public let step: Int
        /// When the share is used up; `nil` while an open rest keeps it away.
        public let reachedAt: Instant?
        /// When the alert went out, if it did.
        public let firedAt: Instant?
    }

    public let clock: ClockName
    /// From 1.
    public let cycle: Int
    public let status: Status
    /// The rule the allowance comes from, such as `Order 35 art. 8`.
    public let rule: String
    /// The version the complaint was accepted under, and the one it is calculated by: the one in force where the former is not loaded.
    public let acceptedUnder: PolicyVersion
    public let reckonedBy: PolicyVersion
    public let calendar: String
    /// `15 calendar days`.
    public let allowance: String
    public let startedOn: ClockMoment
    /// `nil` while waiting.
    public let startedAt: Instant?
    public let endedOn: ClockMoment?
    public let endedAt: Instant?
    /// The rests that were credited, merged and cut to the longest the rule allows.
    public let rests: [ClockRest]
    /// Holds while it ran that the rule gives no credit for: their time counts.
    public let uncreditedRests: [ClockRest]
    /// The first instant that is too late; while an open rest keeps it away, what it would be if work went on now.
    public let dueAt: Instant?
    /// The deadline depends on a year whose holidays are not published yet.
    public let isProvisional: Bool
    /// How much of the allowed time is used up, in per cent, rounded down.
    public let usedPercent: Int
    public let thresholds: [Threshold]
    /// Day by day, from the start to the deadline.
    public let steps: [DeadlineStep]
}
