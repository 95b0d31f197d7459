/// Many complaints of one province and one class of problem: to be verified by a person, who may then declare them major (S132–S134, S154, S188).
public struct RiskAlert: Hashable, Codable, Sendable {
    /// `risk/CN-JS/billing/same-day/2026-11-24`, later ones with `/2`, `/3`: the identity; also the CloudEvents id.
    public let alert: String
    /// The risk's key, `risk/CN-JS/billing`.
    public let risk: String
    /// The rule of the policy.
    public let rule: String
    /// The date or month it is about: `2026-11-24`, `2026-11`; of a rolling month the date on which the count was reached.
    public let period: String
    /// 1 for the first alert; later ones add members.
    public let update: Int
    public let province: Province
    /// The class of the problem.
    public let category: Category
    /// How many complaints count by now.
    public let count: Int
    /// From how many on it is a risk.
    public let atLeast: Int
    /// The complaints this alert adds; at most as many as the policy lists.
    public let members: [ComplaintNumber]
    /// The level of the warning: 1 is the most severe, 4 the least (S139, S189).
    public let level: Int
    /// Who is notified, where the policy names them.
    public let to: [Unit]?
    public let firedAt: Instant
    /// Where the figure comes from, such as `S132`.
    public let source: String
}

/// Many alerts of one kind in a short time, notified together: a calendar corrected, a centre overrun.
public struct BurstAlert: Hashable, Codable, Sendable {
    /// `burst/CN-JS/answer/100/2026-11-24T02:10:00Z`, later ones with `/2`, `/3`: the identity; also the CloudEvents id.
    public let alert: String
    /// The burst's key, `burst/CN-JS/answer/100`.
    public let burst: String
    /// 1 for the first alert; later ones add members.
    public let update: Int
    public let province: Province
    /// The clock and threshold, `answer/100`, or the sign and level.
    public let subject: String
    /// How many alerts belong to it by now.
    public let count: Int
    /// The complaints whose alerts this one adds; at most as many as the policy lists.
    public let members: [ComplaintNumber]
    /// When the stretch began in which they count together.
    public let since: Instant
    public let firedAt: Instant
}
