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
