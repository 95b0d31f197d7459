public import Contracts
import Domain
public import Kafka

/// A fact of a service as it lies on one of its topics.
public struct PublishedFact {
    public let position: PublishedPosition
    public let event: CloudEvent

    /// - Parameter source: the service's, such as `/redress/intake`.
    /// - Returns: `nil` for a message of another source, without a sequence, a key or a time, and for what is no event at all: none of them stands
    ///   in the journal under a number.
    public init?(_ message: ConsumedMessage, from source: String) {
        do {
            event = try CloudEventReader.read(value: message.value, headers: message.headers)
        } catch {
            return nil
        }
        guard event.source == source, let sequence = event.sequence, let key = event.subject, let time = event.time else { return nil }
        position = PublishedPosition(topic: message.topic, key: key, sequence: sequence, at: time)
    }
}
