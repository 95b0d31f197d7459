public import Contracts
public import Domain
public import Runtime

/// Notification's other lane group: what waits for one unit's next digest, from whichever complaint's lane it comes.
public struct StaffDigestHandler: LaneHandler {
    /// Our own facts, though without a sequence, since many lanes write under one key: the decider knows a repetition by its lane and place.
    public let group = LaneGroup(name: "unit", topics: [InputTopic(Topic.staffNotices.name, .facts)])
    private let rules: NotificationRules
    private let coder = WireCoder()

    public init(rules: NotificationRules) {
        self.rules = rules
    }

    public func stateKey(forMessageKey key: String) -> String { key }

    public func read(_ event: CloudEvent, from topic: String) throws(Fault) -> Reading<StaffDigestDecider.Input> {
        guard let notice = try StaffNotice.decode(type: event.type, data: event.data, with: coder) else { return .skipped }
        return .of(notice.unit.rawValue, .collected(notice))
    }

    public func wake(key: String) -> StaffDigestDecider.Input { StaffDigestDecider.wake }

    public func decide(
        _ input: StaffDigestDecider.Input, state: StaffDigestState?, companions: [CompanionRow], now: Instant, serial: Serial
    ) throws(Fault) -> Outcome<StaffDigestState> {
        let decision = try StaffDigestDecider.decide(
            input, given: state, in: DecisionContext(now: now, policy: rules, serial: serial))
        var outcome = Outcome(state: decision.state, due: decision.due)
        for digest in decision.events { outcome.events.append(try OutboundEvent(NoticeEvent.digestRequested(digest), coder: coder)) }
        return outcome
    }
}
