import CommandLine
import Contracts
import Domain
import Foundation
import Kafka

/// One event of a topic of facts, as a line for people or for programs.
struct WatchedEvent {
    let topic: String
    let key: String
    let at: Instant?
    let type: String
    /// The CloudEvents id, and what it has to do with others.
    let id: String
    let causationID: String?
    let correlationID: String?
    let account: EventAccount

    /// - Throws: a `Fault` when the message is no CloudEvent, or its data are not of its type.
    init(_ message: ConsumedMessage, coder: WireCoder, times: TimeText) throws(Fault) {
        let event = try CloudEventReader.read(value: message.value, headers: message.headers)
        topic = message.topic
        key = event.subject ?? message.key.map { String(decoding: $0, as: UTF8.self) } ?? ""
        at = event.time
        type = event.type
        (id, causationID, correlationID) = (event.id, event.causationID, event.correlationID)
        account = try EventAccount(topic: message.topic, type: event.type, data: event.data, coder: coder, times: times)
            .answering(event.causationID, of: key)
    }

    /// One line; an alert in its colour where colours are used.
    func text(_ times: TimeText, _ terminal: Terminal) -> String {
        let details = account.details.map { "\($0.name) \($0.value)" }.joined(separator: ", ")
        let what = style.map { terminal.styled(account.what, $0) } ?? account.what
        let by = account.by.map { " by \($0)" } ?? ""
        return "\(times.text(at))  \(key)  \(what)\(by)" + (details.isEmpty ? "" : ": \(details)") + "\n"
    }

    private var style: Terminal.Style? {
        if ["redress.alert.breached.v1", "redress.alert.risk.v1", DeadLetter.wireType].contains(type) { return .red }
        return ["redress.alert.warned.v1", "redress.alert.abnormal.v1", "redress.alert.burst.v1"].contains(type) ? .yellow : nil
    }
}

extension WatchedEvent: Encodable {
    private enum Key: String, CodingKey {
        case topic, key, id, at, type, what, by, details, message
        case causationID = "causationid"
        case correlationID = "correlationid"
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(topic, forKey: .topic)
        try container.encode(key, forKey: .key)
        try container.encode(id, forKey: .id)
        try container.encodeIfPresent(causationID, forKey: .causationID)
        try container.encodeIfPresent(correlationID, forKey: .correlationID)
        try container.encodeIfPresent(at, forKey: .at)
        try container.encode(type, forKey: .type)
        try container.encode(account.what, forKey: .what)
        try container.encodeIfPresent(account.by, forKey: .by)
        try container.encode(Dictionary(account.details.map { ($0.name, $0.value) }) { first, _ in first }, forKey: .details)
        try container.encodeIfPresent(account.message, forKey: .message)
    }
}
