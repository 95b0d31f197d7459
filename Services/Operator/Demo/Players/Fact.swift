package import Contracts
package import Domain
package import Kafka

/// What one message on a topic says, as those outside read it.
package enum Fact: Sendable, Equatable {
    case intake(source: String, id: String)
    case complaint(ComplaintEvent)
    case workOrder(WorkOrderEvent)
    case alert(ClockEvent)
    case risk(RiskEvent)
    case claim(ClaimEvent)
    case notice(NoticeEvent)
    case deadLetter(DeadLetter)

    /// A fact with the identity by which a repetition is known.
    package struct Received: Equatable {
        package let identity: String
        package let fact: Fact
    }

    /// Reads a message; `nil` for what nobody here listens to, such as the players' own commands.
    ///
    /// - Throws: a `Fault` where the message breaks the contract, which no service may do.
    package static func read(_ message: ConsumedMessage, with coder: WireCoder) throws(Fault) -> Received? {
        guard let topic = Topic.named(message.topic), watched.contains(topic) else { return nil }
        let event = try CloudEventReader.read(value: message.value, headers: message.headers)
        // An alert's id is its own; all others count the sequence of their key.
        let identity = "\(topic.name)|\(event.source)|\(event.id)"
        if topic == .intake { return Received(identity: "", fact: .intake(source: event.source, id: event.id)) }
        return try fact(event, on: topic, coder).map { Received(identity: identity, fact: $0) }
    }

    /// The topics that tell what is going on: all but those the players write to, intake aside.
    package static let watched: [Topic] = [.intake, .complaints, .workOrders, .alerts, .compensations, .notifications, .deadLetters]

    private static func fact(_ event: CloudEvent, on topic: Topic, _ coder: WireCoder) throws(Fault) -> Fact? {
        switch topic {
        case .complaints: try ComplaintEvent.decode(type: event.type, data: event.data, with: coder).map { .complaint($0) }
        case .workOrders: try WorkOrderEvent.decode(type: event.type, data: event.data, with: coder).map { .workOrder($0) }
        case .alerts: try alert(event, coder)
        case .compensations: try ClaimEvent.decode(type: event.type, data: event.data, with: coder).map { .claim($0) }
        case .notifications: try NoticeEvent.decode(type: event.type, data: event.data, with: coder).map { .notice($0) }
        case .deadLetters: try DeadLetter.decode(type: event.type, data: event.data, with: coder).map { .deadLetter($0) }
        case .intake, .workOrderCommands, .risks, .compensationCommands, .notificationReceipts, .staffNotices, .customerKeys,
            .gatewayTextRequests, .gatewayTexts, .reports:
            nil
        }
    }

    /// Of a complaint, or of a risk.
    private static func alert(_ event: CloudEvent, _ coder: WireCoder) throws(Fault) -> Fact? {
        if let alert = try ClockEvent.decode(type: event.type, data: event.data, with: coder) { return .alert(alert) }
        return try RiskEvent.decode(type: event.type, data: event.data, with: coder).map { .risk($0) }
    }
}
