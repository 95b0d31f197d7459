import Contracts
import Domain
import Fakes
import Foundation
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
    private let limit: Int
    /// The intake events written, by the trace that tells what came of each.
    private(set) var sent: [String: CloudEvent] = [:]
    /// The commands written, by the trace that what came of each carries.
    private(set) var commands: [String: CloudEvent] = [:]
    /// Those who sign commands; `nil` where nobody does.
    private let senders: DemoSenders?

    /// - Parameters:
    ///   - limit: how many messages they write at a time.
    ///   - senders: those who sign commands; `nil` where nobody does.
    init(_ players: [any Player], _ submissions: [Intention], limit: Int = 20, senders: DemoSenders? = nil) {
        self.players = players
        self.limit = limit
        self.senders = senders
        for submission in submissions { agenda.add(submission) }
    }

    /// When somebody means to write next.
    var next: Instant? { agenda.next }

    /// Reads what is there and writes what is due.
    ///
    /// - Throws: a `Fault` where a service broke its own contract.
    mutating func act(
        _ broker: MemoryBroker, at now: Instant, _ chance: inout SplitMix64, isTroubled: Bool, _ note: (OutsideMessage) -> Void = { _ in }
    ) throws(Fault) {
        try read(broker)
        for intended in agenda.takeDue(at: now, limit: limit) {
            note(intended)
            let message = try signed(traced(intended))
            if message.event.verification != nil, chance.happens(oneIn: 4) { write(Self.forgery(of: message, &chance), nil, to: broker) }
            if message.topic == .intake, let trace = message.event.traceParent { sent[trace] = message.event }
            for _ in 0...(isTroubled && chance.happens(oneIn: 8) ? 1 : 0) {
                let stray: Int32? =
                    isTroubled && chance.happens(oneIn: 16) ? Int32(chance.below(SimulationStage.partitions)) : nil
                write(message, stray, to: broker)
            }
        }
    }

    private func write(_ message: OutsideMessage, _ partition: Int32?, to broker: MemoryBroker) {
        let produced = message.message
        broker.append(
            topic: produced.topic, partition: partition, key: produced.key, value: produced.value,
            headers: produced.headers.map { ($0.name, $0.value) })
    }

    /// With a trace of its own, unless it has one.
    private mutating func traced(_ message: OutsideMessage) -> OutsideMessage {
        guard message.event.traceParent == nil else { return message }
        var event = message.event
        let trace = Trace.parent(commands.count + 1, of: .command)
        event.traceParent = trace
        commands[trace] = event
        return OutsideMessage(event, of: message)
    }

    private func signed(_ message: OutsideMessage) throws(Fault) -> OutsideMessage {
        do {
            return try senders?.signed(message) ?? message
        } catch {
            throw Fault(field: "", problem: "could not be signed: \(error)", expected: "working keys of the senders")
        }
    }

    /// What somebody without a key writes under the id of a command that is about to come, so as to be taken in its place.
    private static func forgery(of message: OutsideMessage, _ chance: inout SplitMix64) -> OutsideMessage {
        var event = message.event
        switch chance.below(3) {
        case 0: event.verification = nil
        case 1: event.data = Data(String(decoding: event.data, as: UTF8.self).replacing("\"by\":\"", with: "\"by\":\"x").utf8)
        default: event.verification = event.verification.map { String($0.reversed()) }
        }
        return OutsideMessage(event, of: message)
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
