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
    private let cycle: [Course]
    private let tally: CommandTally
    private let state: Mutex<State>

    private struct State {
        var chance: SplitMix64
        /// The brokers have taken the complaints from 1 to here.
        var accepted = 0
    }

    private static let stepMilliseconds = 20

    init(
        _ settings: KafkaSettings, partitions: Int, _ clock: AcceleratedClock, _ cycle: [Course], _ tally: CommandTally, seed: UInt64
    ) {
        self.settings = settings
        self.partitions = partitions
        self.clock = clock
        self.cycle = cycle
        self.tally = tally
        state = Mutex(State(chance: SplitMix64(seed: seed)))
    }

    var accepted: Int { state.withLock { $0.accepted } }

    /// Begins to publish so many complaints a second; once stopped, all that was begun is taken, to the end of a cycle of courses: one that
    /// others go with waits for them.
    func publish(perSecond rate: Int) -> Background {
        Background("gateway") { [self] shallEnd in
            let producer = try KafkaProducer(settings)
            var due = 0.0
            var last = ContinuousClock.now
            while !shallEnd(Self.stepMilliseconds) {
                let now = ContinuousClock.now
                // Of what came up while the brokers did not answer, a second's share; the rest has hung up.
                due = min(due + (now - last) / .seconds(1) * Double(rate), Double(rate))
                last = now
                let count = Int(due)
                due -= Double(count)
                try send(count, producer)
            }
            try send((cycle.count - accepted % cycle.count) % cycle.count, producer)
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
        var submission = Self.submission(.submitted, of: number, at: now)
        let course = cycle[(number - 1) % cycle.count]
        submission.type = course.type
        course.shape(&submission)
        tally.give(course.type.rawValue)
        var event = submission.event(id: "chaos-\(number)", source: Party.gateway.source, time: now)
        event.traceParent = Trace.parent(of: number)
        let partition = chance.happens(oneIn: 20) ? Int32(chance.below(partitions)) : nil
        let message = ProducedMessage(
            topic: Topic.intake.name, partition: partition, key: Data(submission.line.utf8), value: event.data,
            headers: CloudEventWriter.headers(for: event))
        return Array(repeating: message, count: chance.happens(oneIn: 10) ? 2 : 1)
    }

    /// What customers say under that number. A supplement brings only what is new, so that it says nothing of who complains.
    static func submission(_ type: IntakeType, of number: Int, at now: Instant) -> IntakeSubmission {
        var submission = IntakeSubmission(type, line: "139\(10_000_000 + number)")
        submission.channel = "hotline"
        submission.province = "CN-JS"
        submission.receivedAt = now
        guard type == .submitted else { return submission }
        submission.category = "billing"
        submission.customer = "customer \(number)"
        submission.contact = submission.line
        submission.description = "Charged twice for March."
        return submission
    }
}

/// A complaint's number, as its trace carries it from the intake event to what becomes of it.
enum Trace {
    static func parent(of number: Int) -> String {
        let digits = String(number, radix: 16)
        return "00-" + String(repeating: "0", count: 32 - digits.count) + digits + "-00000000000000ab-01"
    }

    static func number(in parent: String) -> Int? {
        let parts = parent.split(separator: "-")
        return parts.count == 4 ? Int(parts[1], radix: 16) : nil
    }
}
