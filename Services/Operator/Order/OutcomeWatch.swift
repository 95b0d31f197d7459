import Contracts
import Domain
import Foundation
import Kafka

/// Waits for what a service says to a command; opened before the command is sent, so that no answer is missed.
final class OutcomeWatch {
    /// How long a complaint that is not registered is waited for: its registration may be on the way.
    private static let registrationTimeout: Duration = .seconds(3)

    private let reader: KafkaReader
    private let coder = WireCoder()
    private let times: TimeText

    init(_ settings: KafkaSettings, topic: Topic, times: TimeText) throws(KafkaError) {
        reader = try KafkaReader(settings, topics: [topic.name], from: .end)
        self.times = times
    }

    /// The outcome of a command; `.unknown` when the time has passed without one.
    func outcome(of command: CloudEvent, within timeout: Duration) throws -> OrderOutcome {
        var deadline = ContinuousClock.now.advanced(by: timeout)
        var last = OrderOutcome.unknown
        while true {
            let left = ContinuousClock.now.duration(to: deadline)
            guard left > .zero else { return last }
            for message in try reader.next(timeoutMilliseconds: max(1, Int(left.wholeMilliseconds))) {
                guard let outcome = try OrderOutcome(message, of: command, coder: coder, times: times) else { continue }
                guard case .waiting = outcome else { return outcome }
                last = outcome
                deadline = min(deadline, ContinuousClock.now.advanced(by: Self.registrationTimeout))
            }
        }
    }
}
