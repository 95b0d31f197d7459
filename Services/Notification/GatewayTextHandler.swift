import Contracts
import Domain
import Runtime

/// Notification's third lane group, where gateways have keys of their own: each customer's key, and which gateway was given what by it.
struct GatewayTextHandler: LaneHandler {
    /// Our own facts, though without a sequence, since many lanes write under one key: the decider knows a repetition by what it has given.
    let group = LaneGroup(
        name: "gateway_text", topics: [Topic.customerKeys, .gatewayTextRequests].map { InputTopic($0.name, .facts) })
    private let texts: GatewayTexts
    private let coder = WireCoder()

    init(texts: GatewayTexts) {
        self.texts = texts
    }

    func stateKey(forMessageKey key: String) -> String { key }

    func read(_ event: CloudEvent, from topic: String) throws(Fault) -> Reading<GatewayTextDecider.Input> {
        switch event.type {
        case CustomerKeyMade.wireType:
            let made = try coder.decode(CustomerKeyMade.self, from: event.data)
            return .of(made.key, .made(made.wrapped))
        case CustomerKeyMade.erasedType:
            guard let key = event.subject else { throw Fault(field: "subject", problem: "is missing", expected: "the key's identifier") }
            return .of(key, .erased)
        case GatewayTextRequest.wireType:
            let request = try coder.decode(GatewayTextRequest.self, from: event.data)
            return .of(request.key, .requested(request))
        default: return .skipped
        }
    }

    func wake(key: String) -> GatewayTextDecider.Input { GatewayTextDecider.wake }

    func decide(
        _ input: GatewayTextDecider.Input, state: GatewayTextState?, companions: [CompanionRow], now: Instant, serial: Serial
    ) throws(Fault) -> Outcome<GatewayTextState> {
        let decision = try GatewayTextDecider.decide(input, given: state, in: DecisionContext(now: now, policy: (), serial: serial))
        var outcome = Outcome(state: decision.state, due: decision.due)
        for event in decision.events {
            switch event {
            case .given(let request, let wrapped):
                if let text = try texts.given(request, by: wrapped) { outcome.events.append(text) }
            case .takenBack(let key): outcome.events.append(texts.takenBack(key))
            }
        }
        return outcome
    }
}
