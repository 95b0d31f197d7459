public import Contracts
public import Domain
public import Runtime

/// sla-monitor's other lane group: what counts for one risk, or for one burst of alerts, from whichever complaint's lane it comes.
public struct RiskHandler: LaneHandler {
    /// Many lanes write under one key, so there is no sequence: as with outsiders, source and id tell what has been counted.
    public let group = LaneGroup(name: "risk", topics: [InputTopic(Topic.risks.name, .outsiders)])
    private let rules: RiskRules
    private let coder = WireCoder()

    public init(rules: RiskRules) {
        self.rules = rules
    }

    public func stateKey(forMessageKey key: String) -> String { key }

    public func read(_ event: CloudEvent, from topic: String) throws(Fault) -> Reading<RiskDecider.Input> {
        guard let sighting = try RiskSighting.decode(type: event.type, data: event.data, with: coder) else { return .skipped }
        return .of(sighting.risk, .seen(sighting))
    }

    public func wake(key: String) -> RiskDecider.Input { RiskDecider.wake }

    public func decide(
        _ input: RiskDecider.Input, state: RiskFile?, companions: [CompanionRow], now: Instant, serial: Serial
    ) throws(Fault) -> Outcome<RiskFile> {
        let decision = RiskDecider.decide(input, given: state, in: DecisionContext(now: now, policy: rules, serial: serial))
        var outcome = Outcome(state: decision.state, due: decision.due)
        for event in decision.events { outcome.events.append(try OutboundEvent(event, id: event.identity, coder: coder)) }
        return outcome
    }
}
