package import Contracts
package import Domain
import Foundation
package import Kafka

/// A message that somebody outside the five services writes.
package struct OutsideMessage: Sendable, Equatable {
    package let topic: Topic
    package let key: String
    package let event: CloudEvent

    /// Something from a channel gateway.
    package init(_ event: CloudEvent, key: String) {
        topic = .intake
        self.key = key
        self.event = event
    }

    /// A command or a receipt. Its id says what it is: who sends the same command of the same time again sends the same event.
    package init(_ command: CommandMessage, to topic: Topic, from party: Party, at time: Instant) {
        self.topic = topic
        key = command.complaint.rawValue
        event = command.event(
            id:
                "\(command.type)/\(key)/\(time.milliseconds)/\(command.notification?.rawValue ?? command.paymentKey ?? command.texts["kind"] ?? "")",
            source: party.source, time: time)
    }

    /// In structured mode, as most who write by hand or with a small client would send it.
    package var message: ProducedMessage {
        ProducedMessage(
            topic: topic.name, key: Data(key.utf8), value: CloudEventWriter.structured(event),
            headers: [("content-type", CloudEventWriter.structuredContentType)])
    }
}
