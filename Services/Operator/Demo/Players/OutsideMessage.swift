import Contracts
import Crypto
import Domain
import Foundation
import Kafka

/// A message that somebody outside the five services writes.
struct OutsideMessage: Sendable, Equatable {
    let topic: Topic
    let key: String
    let event: CloudEvent

    /// Something from a channel gateway.
    init(_ event: CloudEvent, key: String) {
        topic = .intake
        self.key = key
        self.event = event
    }

    /// A command or a receipt, under a new id.
    init(_ command: CommandMessage, to topic: Topic, from party: Party, at time: Instant) {
        self.topic = topic
        key = command.complaint.rawValue
        event = command.event(id: RandomID.next(), source: party.source, time: time)
    }

    /// In structured mode, as most who write by hand or with a small client would send it.
    var message: ProducedMessage {
        ProducedMessage(
            topic: topic.name, key: Data(key.utf8), value: CloudEventWriter.structured(event),
            headers: [("content-type", CloudEventWriter.structuredContentType)])
    }
}
