import Contracts
import Counting
import Kafka

/// The desks at work: they read the topics over every outage and write each message until the brokers have taken it.
enum Outsiders {
    private static let watched: [Topic] = [.complaints, .workOrders, .alerts, .compensations, .notifications]

    static func work(_ settings: KafkaSettings, _ cycle: [Course], _ tally: CommandTally) -> Background {
        Background("desk") { shallEnd in
            var desks = Desks(cycle, tally)
            let reader = try KafkaReader(settings, topics: watched.map(\.name), from: .beginning)
            let producer = try KafkaProducer(settings)
            while !shallEnd(0) {
                var messages: [ProducedMessage] = []
                for message in try reader.next(timeoutMilliseconds: 50) { messages += try desks.respond(to: PublishedFact(message)) }
                if !messages.isEmpty { try producer.insist(on: messages) }
            }
        }
    }
}
