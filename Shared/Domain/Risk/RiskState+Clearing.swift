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
