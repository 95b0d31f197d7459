/// A work order is abnormal (S139, S189, S203, S205). Its identity is (complaint, sign, occurrence, grade): it is sent once, ever.
public struct AbnormalAlert: Hashable, Codable, Sendable {
    /// `C2026…/urged-often/1/3`: the identity in words; also the CloudEvents id.
    public let alert: String
    public let complaint: ComplaintNumber
    /// The sign, a name of the policy.
    public let sign: ClockName
    /// Which stretch it is, of a sign that lasts; from 1.
    public let occurrence: Int
    /// How often it happened, where it is counted.
    public let count: Int?
    /// How long it has lasted, where it must not last.
    public let lasted: PolicyDuration?
    /// The level of the warning: 1 is the most severe, 4 the least.
    public let level: Int
    /// The step of the escalation ladder it calls for; 0 for a mere warning.
    public let step: Int
    /// Who is notified beside the unit responsible, where the policy names them.
    public let to: [Unit]?
    /// When it became so.
    public let reachedAt: Instant
    public let firedAt: Instant
    /// The unit responsible when it was sent, where one is known.
    public let unit: Unit?
    public let province: Province
    public let category: Category
    public let nature: Nature
    /// Where the figure comes from.
    public let rule: String
}
