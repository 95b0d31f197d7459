import Contracts
import Kafka
import OperatorService

/// The desk at work: it reads the topics over every outage and writes each command until the brokers have taken it.
enum Outsiders {
    static func work(_ settings: KafkaSettings) -> Background {
        Background("desk") { shallEnd in
            let coder = WireCoder()
            var desk = PromptDesk()
            let reader = try KafkaReader(settings, topics: Fact.watched.map(\.name), from: .beginning)
            let producer = try KafkaProducer(settings)
            while !shallEnd(0) {
                let facts = try reader.next(timeoutMilliseconds: 50).compactMap { try Fact.read($0, with: coder)?.fact }
                let messages = facts.flatMap { desk.respond(to: $0) }.map(\.message.message)
                if !messages.isEmpty { try producer.insist(on: messages) }
            }
        }
    }
}
