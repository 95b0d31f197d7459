import Contracts
import Foundation
import Kafka

/// Publishes events of outsiders: CloudEvents in structured mode, each under the key it belongs to.
struct EventPublisher {
    /// How many events go out before their arrival is waited for.
    static let batchSize = 500

    private let producer: KafkaProducer
    private let topic: Topic

    init(_ settings: KafkaSettings, topic: Topic) throws(KafkaError) {
        producer = try KafkaProducer(settings)
        self.topic = topic
    }

    /// Sends the events in order and waits until the brokers have them.
    ///
    /// - Throws: a `KafkaError`; some may have arrived all the same, and sending them again does no harm.
    func publish(_ events: [(key: String, event: CloudEvent)]) throws(KafkaError) {
        try producer.produce(
            events.map { key, event in
                ProducedMessage(
                    topic: topic.name, key: Data(key.utf8), value: CloudEventWriter.structured(event),
                    headers: [("content-type", CloudEventWriter.structuredContentType)])
            })
    }
}
