/// What sla-monitor says on `redress.alerts` of more than one complaint.
public enum RiskEvent: Hashable, Sendable {
    case risk(RiskAlert)
    case burst(BurstAlert)
    case cleared(RiskCleared)
}

extension RiskEvent {
    /// The identity, which is also the CloudEvents id.
    public var identity: String {
        switch self {
        case .risk(let alert): alert.alert
        case .burst(let alert): alert.alert
        case .cleared(let event): event.cleared
        }
    }
}

/// Many complaints of one province and one class of problem: to be verified by a person, who may then declare them major (S132–S134, S154, S188).
public struct RiskAlert: Hashable, Sendable {
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
public struct BurstAlert: Hashable, Sendable {
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

extension RiskAlert: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        alert = try fields.required("alert")
        risk = try fields.required("risk")
        rule = try fields.required("rule")
        period = try fields.required("period")
        update = try fields.required("update")
        province = try fields.required("province")
        category = try fields.required("category")
        count = try fields.required("count")
        atLeast = try fields.required("atLeast")
        members = try fields.required("members")
        level = try fields.required("level")
        to = try fields.optional("to")
        firedAt = try fields.required("firedAt")
        source = try fields.required("source")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("alert", alert)
        writer.write("risk", risk)
        writer.write("rule", rule)
        writer.write("period", period)
        writer.write("update", update)
        writer.write("province", province)
        writer.write("category", category)
        writer.write("count", count)
        writer.write("atLeast", atLeast)
        writer.write("members", members)
        writer.write("level", level)
        writer.write("to", to)
        writer.write("firedAt", firedAt)
        writer.write("source", source)
    }
}

extension BurstAlert: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        alert = try fields.required("alert")
        burst = try fields.required("burst")
        update = try fields.required("update")
        province = try fields.required("province")
        subject = try fields.required("subject")
        count = try fields.required("count")
        members = try fields.required("members")
        since = try fields.required("since")
        firedAt = try fields.required("firedAt")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("alert", alert)
        writer.write("burst", burst)
        writer.write("update", update)
        writer.write("province", province)
        writer.write("subject", subject)
        writer.write("count", count)
        writer.write("members", members)
        writer.write("since", since)
        writer.write("firedAt", firedAt)
    }
}

/// A risk of many complaints, or a burst of alerts, has passed: the day, the month or the stretch that its alerts spoke of is over, and what
/// comes later starts a new count. Each of its alerts is called off once.
public struct RiskCleared: Hashable, Sendable {
    /// Why it is over.
    public enum Reason: String, DocumentWord, Sendable, CaseIterable {
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

extension RiskCleared: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        cleared = try fields.required("cleared")
        alerts = try fields.required("alerts")
        risk = try fields.required("risk")
        rule = try fields.required("rule")
        period = try fields.required("period")
        province = try fields.required("province")
        subject = try fields.required("subject")
        count = try fields.required("count")
        reason = try fields.required("reason")
        clearedAt = try fields.required("clearedAt")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("cleared", cleared)
        writer.write("alerts", alerts)
        writer.write("risk", risk)
        writer.write("rule", rule)
        writer.write("period", period)
        writer.write("province", province)
        writer.write("subject", subject)
        writer.write("count", count)
        writer.write("reason", reason)
        writer.write("clearedAt", clearedAt)
    }
}

/// One complaint, or one alert, that counts for a risk: what sla-monitor sends itself on `redress.risks`, keyed by the risk.
///
/// Complaints of one risk lie in many lanes. Counted where the risk's own key lies, they need neither a lock nor a statement each.
public struct RiskSighting: Hashable, Sendable {
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

extension RiskSighting: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        risk = try fields.required("risk")
        sighting = try fields.required("sighting")
        complaint = try fields.required("complaint")
        province = try fields.required("province")
        subject = try fields.required("subject")
        rules = try fields.required("rules")
        at = try fields.required("at")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("risk", risk)
        writer.write("sighting", sighting)
        writer.write("complaint", complaint)
        writer.write("province", province)
        writer.write("subject", subject)
        writer.write("rules", rules)
        writer.write("at", at)
    }
}
