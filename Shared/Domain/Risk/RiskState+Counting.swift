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
