public import Contracts
public import Domain
public import Runtime

/// Notification's main lane group: all that happens to one complaint, and whom it tells.
///
/// What a unit need not know at once goes to the unit's own lane, through `redress.staff-notices`.
public final class NoticeHandler: LaneHandler {
    public let group = LaneGroup(
        name: "complaint",
        topics: [Topic.complaints, .workOrders, .alerts, .compensations, .notificationReceipts].map(InputTopic.init))
    private let rules: NotificationRules
    private let texts: GatewayTexts?
    private let coder = WireCoder()

    /// - Parameter texts: asks for what gateways are to open; `nil` where none has a key of its own.
    init(rules: NotificationRules, texts: GatewayTexts?) {
        self.rules = rules
        self.texts = texts
    }

    public func stateKey(forMessageKey key: String) -> String { key }

    public func read(_ event: CloudEvent, from topic: String) throws(Fault) -> Reading<NoticeInput> {
        switch Topic.named(topic) {
        case .complaints?: try .fact(event, coder) { .complaint($0) }
        case .workOrders?: try .fact(event, coder) { .workOrder($0) }
        case .alerts?: try alert(event)
        case .compensations?: try .fact(event, coder) { .claim($0) }
        case .notificationReceipts?: try receipt(event)
        case .intake?, .workOrderCommands?, .risks?, .compensationCommands?, .notifications?, .staffNotices?, .customerKeys?,
            .gatewayTextRequests?, .gatewayTexts?, .deadLetters?, .reports?, nil:
            .skipped
        }
    }

    /// An alert of one complaint, or of a risk, which is a key of its own.
    private func alert(_ event: CloudEvent) throws(Fault) -> Reading<NoticeInput> {
        switch try RiskEvent.decode(type: event.type, data: event.data, with: coder) {
        case .risk(let alert)?: .of(alert.risk, .risk(alert))
        // Of a burst each alert is told by itself; that it has passed calls for nothing.
        case .burst?, .cleared?: .ignored
        case nil: try .alert(event, coder) { .alert($0) }
        }
    }

    private func receipt(_ event: CloudEvent) throws(Fault) -> Reading<NoticeInput> {
        let received = try ReceiptReader.read(event)
        let (complaint, identity) = (received.complaint, received.identity)
        let draft = Draft<NoticeInput>.of(received.content) { report in
            switch report {
            case .receipt(let receipt): .receipt(receipt, identity)
            case .progressRequested: .progressRequested(complaint, identity)
            }
        }
        return .input(draft, stateKey: complaint.rawValue, messageKey: complaint.rawValue)
    }

    public func refusal(
        of event: CloudEvent, from topic: String, _ fault: Fault, id: String, at now: Instant
    ) -> OutboundEvent? {
        let answer = NoticeEvent.receiptRejected(ReceiptReader.rejection(of: event, fault, at: now))
        return OutboundEvent(unsequenced: answer, id: id, coder: coder)
    }

    public func wake(key: String) -> NoticeInput { NotificationDecider.wake }

    public func decide(
        _ input: NoticeInput, state: NoticeState?, companions: [CompanionRow], now: Instant, serial: Serial
    ) throws(Fault) -> Outcome<NoticeState> {
        let decision = try NotificationDecider.decide(input, given: state, in: DecisionContext(now: now, policy: rules, serial: serial))
        var outcome = Outcome(state: decision.state, due: decision.due)
        for act in decision.events {
            switch act {
            case .notified(let event):
                outcome.events.append(try OutboundEvent(event, coder: coder))
                if case .requested(let message) = event, let texts { outcome.events += texts.requests(for: message) }
            case .collected(let notice):
                outcome.events.append(OutboundEvent(unsequenced: notice, id: notice.identity, coder: coder))
            }
        }
        return outcome
    }
}
