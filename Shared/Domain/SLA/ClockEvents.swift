/// What sla-monitor says of one complaint, on `redress.alerts`.
public enum ClockEvent: Hashable, Sendable {
    case warned(Alert)
    case breached(Alert)
    case abnormal(AbnormalAlert)
    case cleared(AlarmCleared)
}

extension ClockEvent {
    /// The alert of a deadline; `nil` for one of an abnormal work order, and for what calls alerts off.
    public var alert: Alert? {
        switch self {
        case .warned(let alert), .breached(let alert): alert
        case .abnormal, .cleared: nil
        }
    }

    /// The identity, which is also the CloudEvents id.
    public var identity: String {
        switch self {
        case .warned(let alert), .breached(let alert): alert.alert
        case .abnormal(let alert): alert.alert
        case .cleared(let event): event.cleared
        }
    }

    public var complaint: ComplaintNumber {
        switch self {
        case .warned(let alert), .breached(let alert): alert.complaint
        case .abnormal(let alert): alert.complaint
        case .cleared(let event): event.complaint
        }
    }

    /// Which step of the escalation ladder it calls for; 0 for none.
    public var step: Int {
        switch self {
        case .warned(let alert), .breached(let alert): alert.step
        case .abnormal(let alert): alert.step
        case .cleared: 0
        }
    }
}

/// One deadline is near or past. Its identity is (complaint, clock, cycle, threshold): it fires once; and once more, ending in `/2`, where it was
/// called off since its deadline had moved, and the new one is reached too.
public struct Alert: Hashable, Sendable {
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

extension Alert: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        alert = try fields.required("alert")
        complaint = try fields.required("complaint")
        clock = try fields.required("clock")
        cycle = try fields.required("cycle")
        threshold = try fields.required("threshold")
        dueAt = try fields.required("dueAt")
        firedAt = try fields.required("firedAt")
        unit = try fields.optional("unit")
        province = try fields.required("province")
        category = try fields.required("category")
        nature = try fields.required("nature")
        step = try fields.required("step")
        rule = try fields.required("rule")
        to = try fields.optional("to")
        reachedAt = try fields.optional("reachedAt")
        overtaken = try fields.optional("overtaken")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("alert", alert)
        writer.write("complaint", complaint)
        writer.write("clock", clock)
        writer.write("cycle", cycle)
        writer.write("threshold", threshold)
        writer.write("dueAt", dueAt)
        writer.write("firedAt", firedAt)
        writer.write("unit", unit)
        writer.write("province", province)
        writer.write("category", category)
        writer.write("nature", nature)
        writer.write("step", step)
        writer.write("rule", rule)
        writer.write("to", to)
        writer.write("reachedAt", reachedAt)
        writer.write("overtaken", overtaken)
    }
}

extension Alert {
    /// The alert of one threshold of one cycle.
    init(
        _ threshold: ClockThreshold, of clock: ClockName, run: ClockRun, dueAt: Instant, file: ClockState, subject: ClockSubject,
        rule: String, identity: String, at now: Instant
    ) {
        self.init(
            alert: identity, complaint: file.complaint, clock: clock, cycle: run.cycle,
            threshold: threshold.at, dueAt: dueAt, firedAt: now, unit: file.unit, province: subject.province,
            category: subject.category, nature: subject.nature, step: threshold.step, rule: rule, to: threshold.to)
    }

    /// A warning below 100 per cent, else a breach.
    var event: ClockEvent { threshold < 100 ? .warned(self) : .breached(self) }
}

/// An alarm is over: what the alerts named here said of a complaint is not so any more. Each alert that went out is called off once.
///
/// Whoever reads nothing but `redress.alerts` therefore knows what is overdue now: the alerts raised and not yet named by one of these.
public struct AlarmCleared: Hashable, Sendable {
    /// What the alerts were of.
    public enum Kind: String, DocumentWord, Sendable, CaseIterable {
        /// A clock's deadline.
        case deadline
        /// A sign of an abnormal work order.
        case sign
    }

    /// Why it is over.
    public enum Reason: String, DocumentWord, Sendable, CaseIterable {
        /// What the clock waited for was done, or what the sign saw came to its end.
        case done
        /// The clock began a new cycle.
        case restarted
        /// The complaint is over: archived, withdrawn, settled on the spot.
        case closed
        /// The deadline lies later now: by a corrected calendar, or since a rest became known.
        case moved
        /// No rule asks for it any more.
        case dropped
    }

    /// `C2026…/answer/1/100/cleared`: the last of the alerts with a word behind it; also the CloudEvents id.
    public let cleared: String
    /// The identities of the alerts that are over, in the order in which they went out; those that a late one spoke for are among them.
    public let alerts: [String]
    public let complaint: ComplaintNumber
    public let kind: Kind
    /// The clock, or the sign.
    public let clock: ClockName
    /// Which run of the clock, or which stretch of the sign, it was; from 1.
    public let cycle: Int
    public let reason: Reason
    /// What ended it, such as `answered`; `nil` where nothing happened to the complaint.
    public let endedOn: ClockMoment?
    /// Whether the deadline had been missed, so that this ends a breach and no mere warning; `nil` of a sign.
    public let wasBreached: Bool?
    /// The deadline as it is now; `nil` of a sign, and where no rule asks for it any more.
    public let dueAt: Instant?
    /// When it was over: the time of what ended it; else when that was noticed.
    public let clearedAt: Instant
    /// The unit responsible, where one is known.
    public let unit: Unit?
    public let province: Province
    public let category: Category
    public let nature: Nature
}

extension AlarmCleared: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        cleared = try fields.required("cleared")
        alerts = try fields.required("alerts")
        complaint = try fields.required("complaint")
        kind = try fields.required("kind")
        clock = try fields.required("clock")
        cycle = try fields.required("cycle")
        reason = try fields.required("reason")
        endedOn = try fields.optional("endedOn")
        wasBreached = try fields.optional("wasBreached")
        dueAt = try fields.optional("dueAt")
        clearedAt = try fields.required("clearedAt")
        unit = try fields.optional("unit")
        province = try fields.required("province")
        category = try fields.required("category")
        nature = try fields.required("nature")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("cleared", cleared)
        writer.write("alerts", alerts)
        writer.write("complaint", complaint)
        writer.write("kind", kind)
        writer.write("clock", clock)
        writer.write("cycle", cycle)
        writer.write("reason", reason)
        writer.write("endedOn", endedOn)
        writer.write("wasBreached", wasBreached)
        writer.write("dueAt", dueAt)
        writer.write("clearedAt", clearedAt)
        writer.write("unit", unit)
        writer.write("province", province)
        writer.write("category", category)
        writer.write("nature", nature)
    }
}
