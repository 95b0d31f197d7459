/// Counts what counts for a risk and says once, for each rule and day or month, that the count is reached; later members are gathered. Once
/// the day or month is over, it calls off what it said.
///
/// Only a wake speaks: of a batch all that is there is counted first, and is one alert.
public enum RiskDecider: Decider {
    public enum Input: Hashable, Sendable {
        case seen(RiskSighting)
        case wake
    }

    public typealias State = RiskState
    public typealias Event = RiskEvent
    public typealias Policy = RiskRules

    public static let wake = Input.wake

    public static func decide(
        _ input: Input, given state: RiskState?, in context: DecisionContext<RiskRules>
    ) -> Decision<RiskState, RiskEvent> {
        var events: [RiskEvent] = []
        var file: RiskState
        switch input {
        case .seen(let sighting):
            file = state ?? RiskState(sighting)
            for rule in sighting.rules { file.count(sighting, for: rule, by: context.policy) }
        case .wake:
            guard let state else { return Decision(state: nil) }
            file = state
            events = file.emit(by: context.policy, at: context.now)
            events += file.clear(by: context.policy, at: context.now)
            file.prune(by: context.policy, at: context.now)
        }
        return Decision(state: file, events: events, due: file.due(by: context.policy, at: context.now))
    }
}

/// How one rule counts: which slot of time a sighting falls into, which slots count together, what is said.
struct RiskMeasure {
    let atLeast: Int
    /// How many members one alert names.
    let limit: Int
    private let kind: Kind
    private let zone: CivilZone

    private enum Kind {
        case risk(RiskRule)
        case burst(milliseconds: Int64)
    }

    /// `nil` for a rule the policy does not have any more.
    init?(_ name: String, _ rules: RiskRules) {
        limit = rules.policy.listedMembers.value
        zone = rules.zone
        if name == BurstRule.name, let rule = rules.policy.bursts {
            kind = .burst(milliseconds: max(1, rule.within.value.duration.wholeMilliseconds))
            atLeast = rule.atLeast.value
        } else if let rule = rules.policy.risks.first(where: { $0.name == name }) {
            kind = .risk(rule)
            atLeast = rule.atLeast.value
        } else {
            return nil
        }
    }

    /// The day by the policy's zone; of a burst the stretch of time.
    func slot(of instant: Instant) -> Int64 {
        switch kind {
        case .risk: Int64(zone.dayNumber(of: instant))
        case .burst(let length): Instant.floorDivide(instant.milliseconds, by: length).quotient
        }
    }

    /// The slots that count together with one, up to the end of it.
    func window(endingIn slot: Int64) -> ClosedRange<Int64> {
        guard case .risk(let rule) = kind else { return slot...slot }
        let day = CivilDate(daysSinceEpoch: Int(slot))
        return switch rule.within.value {
        case .day: slot...slot
        case .calendarMonth: Self.month(of: day)
        case .rollingMonth: Int64(day.monthEarlier.daysSinceEpoch) + 1...slot
        }
    }

    /// The slots whose later sightings belong to what is raised in one.
    func coverage(of slot: Int64) -> ClosedRange<Int64> {
        guard case .risk(let rule) = kind else { return slot...slot }
        let day = CivilDate(daysSinceEpoch: Int(slot))
        return switch rule.within.value {
        case .day: slot...slot
        case .calendarMonth: Self.month(of: day)
        case .rollingMonth: window(endingIn: slot).lowerBound...Int64(day.monthLater.daysSinceEpoch) - 1
        }
    }

    func period(of slot: Int64) -> String {
        guard case .risk(let rule) = kind else { return beginning(of: slot).description }
        let day = CivilDate(daysSinceEpoch: Int(slot)).description
        return rule.within.value == .calendarMonth ? String(day.prefix(7)) : day
    }

    func event(_ raised: RiskState.Raised, of file: RiskState, at now: Instant) -> RiskEvent {
        let identity = file.identity(of: raised, update: raised.told)
        switch kind {
        case .risk(let rule):
            return .risk(
                RiskAlert(
                    alert: identity, risk: file.risk, rule: raised.rule,
                    period: raised.period, update: raised.told, province: file.province, category: Category(file.subject),
                    count: raised.count, atLeast: atLeast, members: raised.untold, level: rule.level.value, to: rule.to?.value,
                    firedAt: now, source: rule.atLeast.source))
        case .burst:
            return .burst(
                BurstAlert(
                    alert: identity, burst: file.risk, update: raised.told, province: file.province,
                    subject: file.subject, count: raised.count, members: raised.untold, since: beginning(of: raised.from), firedAt: now))
        }
    }

    func beginning(of slot: Int64) -> Instant {
        switch kind {
        case .risk: zone.start(of: Int(slot))
        case .burst(let length): Instant(milliseconds: slot * length)
        }
    }

    private static func month(of day: CivilDate) -> ClosedRange<Int64> {
        let first = Int64(day.daysSinceEpoch - day.day + 1)
        return first...first + Int64(CivilDate.days(in: day.month, of: day.year)) - 1
    }
}

extension CivilDate {
    /// The corresponding day of the month before, else that month's last (Civil Code art. 202).
    var monthEarlier: CivilDate { inMonth(month == 1 ? 12 : month - 1, of: month == 1 ? year - 1 : year) }

    /// The corresponding day of the month after, else that month's last (Civil Code art. 202).
    var monthLater: CivilDate { inMonth(month == 12 ? 1 : month + 1, of: month == 12 ? year + 1 : year) }

    private func inMonth(_ month: Int, of year: Int) -> CivilDate {
        CivilDate(year: year, month: month, day: min(day, CivilDate.days(in: month, of: year))) ?? self
    }
}
