public import Contracts
public import Domain
public import Runtime

/// sla-monitor's main lane group: all that happens to one complaint, its clocks and the signs of an abnormal work order.
///
/// What counts for a risk of many complaints goes to the risk's own lane, through `redress.risks`.
public final class ClockHandler: LaneHandler {
    public let group: LaneGroup
    private let clocks: PolicyVersions<ClockRules>
    private let risks: RiskRules
    private let coder = WireCoder()

    /// - Parameter revision: changes with the texts the clocks are calculated by.
    public init(clocks: PolicyVersions<ClockRules>, revision: String, risks: RiskRules) {
        group = LaneGroup(
            name: "complaint", topics: [Topic.complaints, .workOrders, .compensations].map(InputTopic.init),
            revision: revision, beats: true)
        self.clocks = clocks
        self.risks = risks
    }

    public func stateKey(forMessageKey key: String) -> String { key }

    public func read(_ event: CloudEvent, from topic: String) throws(Fault) -> Reading<SLAInput> {
        switch Topic.named(topic) {
        case .complaints?: try .fact(event, coder) { .complaint($0) }
        case .workOrders?: try .fact(event, coder) { .workOrder($0) }
        case .compensations?: try .fact(event, coder) { .claim($0) }
        case .intake?, .workOrderCommands?, .risks?, .alerts?, .compensationCommands?, .notifications?, .notificationReceipts?,
            .staffNotices?, .customerKeys?, .gatewayTextRequests?, .gatewayTexts?, .deadLetters?, .reports?, nil:
            .skipped
        }
    }

    public func wake(key: String) -> SLAInput { SLADecider.wake }

    public func decide(
        _ input: SLAInput, state: ClockState?, companions: [CompanionRow], now: Instant, serial: Serial
    ) throws(Fault) -> Outcome<ClockState> {
        let decision = try SLADecider.decide(
            input, given: state, in: DecisionContext(now: now, policy: clocks, serial: serial))
        var outcome = Outcome(state: decision.state, due: decision.due)
        for event in decision.events {
            outcome.events.append(try OutboundEvent(event, id: event.identity, coder: coder))
            emit(risks.sighting(of: event), in: &outcome)
        }
        switch input {
        case .complaint(.registered(let event)): emit(risks.sighting(of: event), in: &outcome)
        case .complaint(let event): emit(risks.sighting(of: event, given: state), in: &outcome)
        case .workOrder, .claim, .wake: break
        }
        return outcome
    }

    private func emit(_ sighting: RiskSighting?, in outcome: inout Outcome<ClockState>) {
        guard let sighting else { return }
        outcome.events.append(OutboundEvent(unsequenced: sighting, id: sighting.sighting, coder: coder))
    }
}
