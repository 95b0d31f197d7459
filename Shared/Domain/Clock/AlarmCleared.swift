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
