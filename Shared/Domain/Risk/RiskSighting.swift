/// One complaint, or one alert, that counts for a risk: what sla-monitor sends itself on `redress.risks`, keyed by the risk.
///
/// Complaints of one risk lie in many lanes. Counted where the risk's own key lies, they need neither a lock nor a statement each.
public struct RiskSighting: Hashable, Codable, Sendable {
    /// The risk's key: `risk/CN-JS/billing`, or `burst/CN-JS/answer/100`.
    public let risk: String
    /// The identity, which is also the CloudEvents id: what is told twice counts once.
    public let sighting: String
    public let complaint: ComplaintNumber
    public let province: Province
    /// The class of the problem of a risk; of a burst the clock and threshold, or the sign and level.
    public let subject: String
    /// The rules of the policy it counts for.
    public let rules: [String]
    /// When it counts: when the customer complained, or when the alert fired.
    public let at: Instant
}
