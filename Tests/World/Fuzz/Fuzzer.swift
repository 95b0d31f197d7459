import Contracts
import Domain
import Fakes
import Foundation
import Kafka
import OperatorService
package import Policies
import Runtime
import Seeded

/// Spoils real messages and gives them to all decoders and to the five services' handlers: none may crash, hang, or fail without a reason.
package final class Fuzzer {
    private let handlers: [any FuzzedHandler]
    private let corpus: [ConsumedMessage]
    private var mutator: Mutator
    private var chance: SplitMix64
    private let now: Instant
    package private(set) var report = FuzzReport()

    /// After so many messages the states are forgotten, so that new complaints keep coming about.
    private static let season = 2_000
    /// Nothing a message leads to may take so long.
    private static let timeout = Duration.seconds(1)

    /// - Throws: where the simulation that the messages are taken from cannot be set up.
    package init(seed: UInt64, pack: PolicyPack) throws {
        let simulation = try Simulation(seed: seed, submissions: 24, pack: pack)
        _ = simulation.run()
        let stage = simulation.stage
        corpus = Topic.all.flatMap { stage.broker.messages(of: $0.name) }
        now = stage.clock.now()
        var benches: [any FuzzedHandler] = []
        for definition in ServiceName.allCases.map(\.definition) {
            for handler: any LaneHandler in definition.handlers(pack, stage.sealing, .open, .none) { benches.append(Self.bench(handler)) }
        }
        handlers = benches
        mutator = Mutator(seed: seed)
        chance = SplitMix64(seed: seed &+ 1)
    }

    private static func bench(_ handler: some LaneHandler) -> any FuzzedHandler { HandlerBench(handler) }

    /// Spoils so many messages, one after the other; before each, an unspoilt one, so that there are states to spoil.
    package func run(events: Int) {
        for number in 0..<events {
            if number % Self.season == 0 { for handler in handlers { handler.reset() } }
            let sound = corpus[chance.below(corpus.count)]
            if chance.happens(oneIn: 2) { take(sound, way: nil) }
            let (message, way) = mutator.spoil(sound, with: corpus[chance.below(corpus.count)])
            take(message, way: way)
        }
    }

    private func take(_ message: ConsumedMessage, way: Mutator.Way?) {
        let began = ContinuousClock.now
        let event: CloudEvent
        do throws(Fault) {
            event = try CloudEventReader.read(value: message.value, headers: message.headers)
        } catch {
            let sender = CloudEventReader.sender(value: message.value, headers: message.headers)
            if let sender, sender.id.isEmpty || sender.source.isEmpty {
                report.breach("\(way?.rawValue ?? "unspoilt") on \(message.topic) is from nobody")
            }
            return report.note(.parked(error), way, message)
        }
        for handler in handlers where handler.topics.contains(message.topic) {
            do {
                report.note(try handler.take(event, from: message.topic, at: now), way, message)
            } catch {
                report.breach("\(way?.rawValue ?? "unspoilt") on \(message.topic), \(event.type): \(error)")
            }
        }
        let taken = ContinuousClock.now - began
        if taken > Self.timeout { report.breach("\(way?.rawValue ?? "unspoilt") on \(message.topic) took \(taken)") }
    }
}
