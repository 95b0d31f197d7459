/// What sla-monitor remembers of one risk: how many count for each rule and period, and what was said.
public struct RiskState: Hashable, Sendable {
    /// What counts for one rule on one day, or within one stretch.
    public struct Tally: Hashable, Sendable {
        public let rule: String
        /// The day, counted from 1970-01-01 in the policy's zone; of a burst the stretch.
        public let slot: Int64
        public internal(set) var count: Int
        /// The first of them, as many as the policy lists.
        public internal(set) var members: [ComplaintNumber]
    }

    /// A rule whose count was reached, and what was told of it.
    public struct Raised: Hashable, Sendable {
        public let rule: String
        /// The first and the last slot whose sightings belong to it.
        public let from: Int64
        public let until: Int64
        public let period: String
        public internal(set) var count: Int
        /// How many alerts went out; 0 until the first.
        public internal(set) var told: Int
        public internal(set) var toldAt: Instant?
        /// Members that no alert has named yet.
        public internal(set) var untold: [ComplaintNumber]
        /// Whether there is something to tell, though the list be full.
        public internal(set) var isBehind: Bool
        /// How many alerts were called off, since the period is over; `nil` for none, as in a file of an earlier release.
        public internal(set) var cleared: Int?
    }

    public let risk: String
    public let province: Province
    public let subject: String
    public internal(set) var tallies: [Tally]
    public internal(set) var raised: [Raised]

    init(_ sighting: RiskSighting) {
        risk = sighting.risk
        province = sighting.province
        subject = sighting.subject
        tallies = []
        raised = []
    }
}

extension RiskState: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        risk = try fields.required("risk")
        province = try fields.required("province")
        subject = try fields.required("subject")
        tallies = try fields.required("tallies")
        raised = try fields.required("raised")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("risk", risk)
        writer.write("province", province)
        writer.write("subject", subject)
        writer.write("tallies", tallies)
        writer.write("raised", raised)
    }
}

extension RiskState.Tally: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        rule = try fields.required("rule")
        slot = try fields.required("slot")
        count = try fields.required("count")
        members = try fields.required("members")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("rule", rule)
        writer.write("slot", slot)
        writer.write("count", count)
        writer.write("members", members)
    }
}

extension RiskState.Raised: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        rule = try fields.required("rule")
        from = try fields.required("from")
        until = try fields.required("until")
        period = try fields.required("period")
        count = try fields.required("count")
        told = try fields.required("told")
        toldAt = try fields.optional("toldAt")
        untold = try fields.required("untold")
        isBehind = try fields.required("isBehind")
        cleared = try fields.optional("cleared")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("rule", rule)
        writer.write("from", from)
        writer.write("until", until)
        writer.write("period", period)
        writer.write("count", count)
        writer.write("told", told)
        writer.write("toldAt", toldAt)
        writer.write("untold", untold)
        writer.write("isBehind", isBehind)
        writer.write("cleared", cleared)
    }
}
