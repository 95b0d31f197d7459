/// A risk of many complaints, or a burst of alerts, has passed: the day, the month or the stretch that its alerts spoke of is over, and what
/// comes later starts a new count. Each of its alerts is called off once.
public struct RiskCleared: Hashable, Codable, Sendable {
    /// Why it is over.
    public enum Reason: String, Codable, Sendable, CaseIterable {
        /// Nothing can count for it any more.
        case passed
        /// No rule asks for it any more.
        case dropped
    }

    /// `risk/CN-JS/billing/same-day/2026-11-24/cleared/2026-11-24T16:00:00Z`: the identity; also the CloudEvents id.
    public let cleared: String
    /// The identities of the alerts that are over, in the order in which they went out.
    public let alerts: [String]
    /// The key of the risk or the burst, `risk/CN-JS/billing`.
    public let risk: String
    /// The rule of the policy; `burst` of a burst.
    public let rule: String
    /// The date or month, or the beginning of the stretch, it was about.
    public let period: String
    public let province: Province
    /// The class of the problem; of a burst the clock and threshold, or the sign and level.
    public let subject: String
    /// How many complaints, or alerts, there were in the end.
    public let count: Int
    public let reason: Reason
    public let clearedAt: Instant
}
