import Contracts
import Domain
import Foundation
import Kafka
import Runtime
import Seeded
import Synchronization

/// The channel gateways: they publish complaints steadily, each of a line of its own, and each again until the brokers have taken it.
final class Gateway: Sendable {
    private let settings: KafkaSettings
    private let clock: AcceleratedClock
    private let partitions: Int
    private let state: Mutex<State>

    private struct State {
        var chance: SplitMix64
        /// The brokers have taken the complaints from 1 to here.
        var accepted = 0
    }

    private static let stepMilliseconds = 20

    init(_ settings: KafkaSettings, partitions: Int, _ clock: AcceleratedClock, seed: UInt64) {
        self.settings = settings
        self.partitions = partitions
        self.clock = clock
        state = Mutex(State(chance: SplitMix64(seed: seed)))
    }

    var accepted: Int { state.withLock { $0.accepted } }

    /// Begins to publish so many complaints a second; once stopped, all that was begun is taken.
    func publish(perSecond rate: Int) -> Background {
        Background("gateway") { [self] shallEnd in
            let producer = try KafkaProducer(settings)
            var owed = 0.0
            var last = ContinuousClock.now
            while !shallEnd(Self.stepMilliseconds) {
                let now = ContinuousClock.now
                // Of what came up while the brokers did not answer, a second's share; the rest has hung up.
                owed = min(owed + (now - last) / .seconds(1) * Double(rate), Double(rate))
                last = now
                let count = Int(owed)
                owed -= Double(count)
                try send(count, producer)
            }
        }
    }

    private func send(_ count: Int, _ producer: KafkaProducer) throws(KafkaError) {
        guard count > 0 else { return }
        let messages = state.withLock { state in
            (1...count).flatMap { complaint(state.accepted + $0, &state.chance) }
        }
        try producer.insist(on: messages)
        state.withLock { $0.accepted += count }
    }

    /// One complaint; one in ten comes twice, and one in twenty to a partition of the client's own choice.
    private func complaint(_ number: Int, _ chance: inout SplitMix64) -> [ProducedMessage] {
        let now = clock.now()
        let line = "139\(10_000_000 + number)"
        var submission = IntakeSubmission(line: line)
        submission.channel = "hotline"
        submission.province = "CN-JS"
        submission.category = "billing"
        submission.customer = "customer \(number)"
        submission.contact = line
        submission.description = "Charged twice for March."
        submission.receivedAt = now
        var event = submission.event(id: "chaos-\(number)", source: Party.gateway.source, time: now)
        event.traceParent = Trace.parent(of: number)
        let partition = chance.happens(oneIn: 20) ? Int32(chance.below(partitions)) : nil
        let message = ProducedMessage(
            topic: Topic.intake.name, partition: partition, key: Data(line.utf8), value: event.data,
            headers: CloudEventWriter.headers(for: event))
        return Array(repeating: message, count: chance.happens(oneIn: 10) ? 2 : 1)
    }
}
