package import Contracts
import Foundation
package import Kafka

/// One event that a service published.
package struct PublishedFact {
    package let message: ConsumedMessage
    package let event: CloudEvent

    /// - Throws: a `Fault` where the message is no CloudEvent.
    package init(_ message: ConsumedMessage) throws {
        self.message = message
        event = try CloudEventReader.read(value: message.value, headers: Array(message.headers))
    }

    package var topic: String { message.topic }
    package var type: String { event.type }
    package var key: String { message.key.map { String(decoding: $0, as: UTF8.self) } ?? "" }
    package var name: String { "\(type) \(event.sequence.map { String($0) } ?? "-") of \(key)" }

    /// The fields of its data.
    ///
    /// - Throws: where the data is no JSON.
    package func fields() throws -> [String: Any] { try JSONSerialization.jsonObject(with: event.data) as? [String: Any] ?? [:] }
}
