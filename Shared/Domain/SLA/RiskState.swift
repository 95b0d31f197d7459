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

extension RiskState {
    /// How long tallies are kept: two months hold every window that a late sighting may still fall into.
    private static let keptDays: Int64 = 62

    /// Counts a sighting for one rule; where that reaches the rule's figure, it is raised.
    mutating func count(_ sighting: RiskSighting, for name: String, by rules: RiskRules) {
        guard let measure = RiskMeasure(name, rules) else { return }
        let slot = measure.slot(of: sighting.at)
        add(sighting.complaint, to: name, slot, limit: measure.limit)
        if let index = raised.firstIndex(where: { $0.rule == name && $0.from <= slot && slot <= $0.until }) {
            raised[index].count += 1
            raised[index].isBehind = true
            if raised[index].untold.count < measure.limit { raised[index].untold.append(sighting.complaint) }
            return
        }
        let window = measure.window(endingIn: slot)
        let counted = tallies.filter { $0.rule == name && window.contains($0.slot) }.sorted { $0.slot < $1.slot }
        let count = counted.reduce(0) { $0 + $1.count }
        guard count >= measure.atLeast else { return }
        let covered = measure.coverage(of: slot)
        raised.append(
            Raised(
                rule: name, from: covered.lowerBound, until: covered.upperBound, period: measure.period(of: slot), count: count, told: 0,
                toldAt: nil, untold: Array(counted.flatMap(\.members).prefix(measure.limit)), isBehind: true))
    }

    private mutating func add(_ complaint: ComplaintNumber, to rule: String, _ slot: Int64, limit: Int) {
        if let index = tallies.firstIndex(where: { $0.rule == rule && $0.slot == slot }) {
            tallies[index].count += 1
            if tallies[index].members.count < limit { tallies[index].members.append(complaint) }
        } else {
            tallies.append(Tally(rule: rule, slot: slot, count: 1, members: [complaint]))
        }
    }

    /// When there is something to say: a new risk at once, its later members once they have been gathered, and that it has passed.
    func due(by rules: RiskRules, at now: Instant) -> Instant? {
        let telling = raised.filter(\.isBehind).map { one in
            one.toldAt.map { max(now, $0.adding(rules.policy.gatherFor.value.duration)) } ?? now
        }.min()
        guard let clearing = clearingDue(by: rules) else { return telling }
        return min(telling ?? clearing, clearing)
    }

    /// Tells what is due, one alert a rule and period.
    mutating func emit(by rules: RiskRules, at now: Instant) -> [RiskEvent] {
        var events: [RiskEvent] = []
        for index in raised.indices where raised[index].isBehind {
            if let last = raised[index].toldAt, last.adding(rules.policy.gatherFor.value.duration) > now { continue }
            raised[index].told += 1
            raised[index].toldAt = now
            if let event = RiskMeasure(raised[index].rule, rules)?.event(raised[index], of: self, at: now) { events.append(event) }
            raised[index].untold = []
            raised[index].isBehind = false
        }
        return events
    }

    /// Drops what no sighting can fall into any more.
    mutating func prune(by rules: RiskRules, at now: Instant) {
        func isOver(_ rule: String, _ slot: Int64) -> Bool {
            guard let measure = RiskMeasure(rule, rules) else { return true }
            return measure.slot(of: now.adding(.days(-Int(Self.keptDays)))) > slot
        }
        tallies.removeAll { isOver($0.rule, $0.slot) }
        raised.removeAll { !$0.isBehind && isOver($0.rule, $0.until) }
    }
}

extension RiskState {
    /// Calls off what has passed: of each rule and period that was alerted and can grow no more, one event.
    mutating func clear(by rules: RiskRules, at now: Instant) -> [RiskEvent] {
        var events: [RiskEvent] = []
        for index in raised.indices {
            guard let over = over(raised[index], by: rules), over <= now else { continue }
            let one = raised[index]
            let identities = (one.calledOff + 1...one.told).map { identity(of: one, update: $0) }
            let isKnown = RiskMeasure(one.rule, rules) != nil
            raised[index].cleared = one.told
            events.append(
                .cleared(
                    RiskCleared(
                        cleared: "\(identity(of: one, update: 1))/cleared/\(now)", alerts: identities, risk: risk, rule: one.rule,
                        period: one.period, province: province, subject: subject, count: one.count,
                        reason: isKnown ? .passed : .dropped, clearedAt: now)))
        }
        return events
    }

    /// When there is something to call off; `nil` for nothing.
    func clearingDue(by rules: RiskRules) -> Instant? { raised.compactMap { over($0, by: rules) }.min() }

    /// From when on nothing can count for what was raised; `nil` where there is nothing to call off, or something to tell first.
    private func over(_ one: Raised, by rules: RiskRules) -> Instant? {
        guard one.told > one.calledOff, !one.isBehind else { return nil }
        guard let measure = RiskMeasure(one.rule, rules) else { return one.toldAt }
        return measure.beginning(of: one.until + 1)
    }

    /// The identity of an alert: the risk, its rule and period; of a burst, which has one rule, the stretch. Later ones end in their number.
    func identity(of one: Raised, update: Int) -> String {
        let rule = one.rule == BurstRule.name ? "" : one.rule + "/"
        return "\(risk)/\(rule)\(one.period)" + (update > 1 ? "/\(update)" : "")
    }
}

extension RiskState.Raised {
    /// How many of its alerts were called off.
    var calledOff: Int { cleared ?? 0 }
}
