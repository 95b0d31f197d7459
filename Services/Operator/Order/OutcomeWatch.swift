import Contracts
import Domain
import Foundation
import Kafka

/// Waits for what a service says to a command; opened before the command is sent, so that no answer is missed.
final class OutcomeWatch {
    private let reader: KafkaReader
    private let coder = WireCoder()
    private let times: TimeText

    init(_ settings: KafkaSettings, topic: Topic, times: TimeText) throws(KafkaError) {
        reader = try KafkaReader(settings, topics: [topic.name], from: .end)
        self.times = times
    }

    /// The outcome of a command; `.unknown` when the time has passed without one.
    func outcome(of command: CloudEvent, within patience: Duration) throws -> OrderOutcome {
        let deadline = ContinuousClock.now.advanced(by: patience)
        while true {
            let left = ContinuousClock.now.duration(to: deadline)
            guard left > .zero else { return .unknown }
            for message in try reader.next(timeoutMilliseconds: max(1, Int(left.wholeMilliseconds))) {
                if let outcome = try OrderOutcome(message, of: command, coder: coder, times: times) { return outcome }
            }
        }
    }
}
