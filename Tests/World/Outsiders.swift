import Contracts
import Domain
import Fakes
import Kafka
import OperatorService
import Seeded

/// Everybody outside the five services: gateways, handlers' desks, approvers, billing. They read every topic from its beginning, write at
/// least once, and sometimes into the wrong partition.
struct Outsiders {
    private var players: [any Player]
    private var agenda = Agenda()
    private var positions: [TopicPartition: Int] = [:]
    private var seen: Set<String> = []
    private let coder = WireCoder()
    /// The intake events written, by the trace that tells what came of each.
    private(set) var sent: [String: CloudEvent] = [:]

    init(_ submissions: [Intention], lateUntil: Instant) {
        players = [HandlersDesk(lateUntil: lateUntil), Approvers(), BillingDesk(), ReceiptGateway()]
        for submission in submissions { agenda.add(submission) }
    }

    /// When somebody means to write next.
    var next: Instant? { agenda.next }

    /// Reads what is there and writes what is due.
    ///
    /// - Throws: a `Fault` where a service broke its own contract.
    mutating func act(_ broker: MemoryBroker, at now: Instant, _ chance: inout SplitMix64, isTroubled: Bool) throws(Fault) {
        try read(broker)
        for message in agenda.takeDue(at: now, limit: 20) {
            if message.topic == .intake, let trace = message.event.traceParent { sent[trace] = message.event }
            for _ in 0...(isTroubled && chance.happens(oneIn: 8) ? 1 : 0) {
                let stray: Int32? =
                    isTroubled && chance.happens(oneIn: 16) ? Int32(chance.below(SimulationStage.partitions)) : nil
                let produced = message.message
                broker.append(
                    topic: produced.topic, partition: stray, key: produced.key, value: produced.value,
                    headers: produced.headers.map { ($0.name, $0.value) })
            }
        }
    }

    private mutating func read(_ broker: MemoryBroker) throws(Fault) {
        for topic in Fact.watched {
            for number in 0..<Int32(broker.partitionCounts[topic.name] ?? 0) {
                let place = TopicPartition(topic: topic.name, partition: number)
                let messages = broker.read(place, from: Int64(positions[place] ?? 0), limit: .max)
                positions[place, default: 0] += messages.count
                for message in messages { try take(message) }
            }
        }
    }

    private mutating func take(_ message: ConsumedMessage) throws(Fault) {
        guard let received = try Fact.read(message, with: coder) else { return }
        if !received.identity.isEmpty, !seen.insert(received.identity).inserted { return }
        for index in players.indices {
            for intention in players[index].respond(to: received.fact) { agenda.add(intention) }
        }
    }
}
