import Contracts
import Domain
package import Fakes
import Foundation
import Kafka
import Runtime
import Seeded

/// Workers, a broker and a database in one thread, under one seed: partitions change hands, zombies go on, workers die between any two calls.
package final class ProtocolWorld {
    package let broker = MemoryBroker(topics: ["in": 3, "out": 3, Topic.deadLetters.name: 1])
    package let database = MemoryDatabase()
    let clock = ManualClock(Instant(seconds: 1_790_000_000))
    let observer = RecordingObserver()
    private var chance: SplitMix64
    private var processes: [ServiceInstance] = []
    private(set) var sent: [String: [String]] = [:]
    /// What was done, in numbers.
    package private(set) var steps = 0
    private var mishaps = Mishaps(oneIn: 40)

    /// - Parameter mutation: a promise of the protocol that is broken on purpose.
    package init(seed: UInt64, mutation: ProtocolMutation? = nil) {
        chance = SplitMix64(seed: seed)
        database.mutation = mutation
        for _ in 0..<2 { start() }
        rebalance()
    }

    /// The whole of it: trouble, healing, and the judgement.
    package func run(troubledSteps: Int = 400) -> [Violation] {
        for _ in 0..<troubledSteps { act() }
        heal()
        return violations()
    }

    private func start() {
        let log = MemoryLog(broker) { [unowned self] in chance.below($0) }
        let store = MemoryStore(database)
        var settings = WorkerSettings()
        settings.batchSize = 4
        settings.wakeLimit = 4
        let worker = Worker(
            service: "tally", handlers: [TallyHandler()], log: log, store: store, clock: clock, sealer: PlainSealer(), observer: observer,
            settings: settings, ownTopics: ["out"])
        let process = ServiceInstance(worker: worker, log: log, store: store)
        store.mishap = { [unowned self, unowned process] in mishap(of: process) }
        log.mishap = { [unowned self, unowned process] in mishaps.nextAtBroker(of: process, $0, &chance) }
        processes.append(process)
    }

    private func mishap(of process: ServiceInstance) -> MemoryStore.Mishap? { mishaps.next(of: process, &chance) }

    /// One thing happens.
    private func act() {
        steps += 1
        let process = processes[chance.below(processes.count)]
        switch chance.below(20) {
        case 0..<9: process.worker.step(waitMilliseconds: 0)
        case 9..<13: process.log.deliver(1 + chance.below(3))
        case 13..<16: send()
        case 16: clock.advance(.milliseconds(chance.below(200)))
        case 17: rebalance()
        case 18: die(process)
        default: process.log.queueRoom = chance.happens(oneIn: 3) ? chance.below(4) : .max
        }
    }

    package func send(key chosen: String? = nil, id given: String? = nil) {
        let key = chosen ?? "k\(chance.below(5))"
        let id = given ?? "\(key)#\((sent[key]?.count ?? 0) + 1)"
        if given == nil { sent[key, default: []].append(id) }
        let event = CloudEvent(id: id, source: "/gateway", type: "counted", subject: key, data: Data("{}".utf8))
        // Now and then a client partitions in its own way, or sends a thing twice.
        let partition: Int32? = chance.happens(oneIn: 12) && given == nil && sent[key]?.count == 1 ? Int32(chance.below(3)) : nil
        for _ in 0...(chance.happens(oneIn: 10) ? 1 : 0) {
            broker.append(
                topic: "in", partition: partition, key: Data(key.utf8), value: event.data,
                headers: CloudEventWriter.headers(for: event).map { ($0.name, $0.value) })
        }
    }

    /// Hands the partitions out again.
    private func rebalance() {
        let all = (0..<Int32(3)).map { TopicPartition(topic: "in", partition: $0) }
        var shares: [[TopicPartition]] = processes.map { _ in [] }
        for partition in all { shares[chance.below(processes.count)].append(partition) }
        for (process, share) in zip(processes, shares) { process.hold(share, &chance) }
    }

    /// Dies during its next step, after some of its calls; what its producer held is lost, or part of it is.
    private func die(_ process: ServiceInstance) {
        mishaps.callsUntilDeath = chance.below(6)
        process.worker.step(waitMilliseconds: 0)
        mishaps.callsUntilDeath = nil
        process.log.isDead = true
        process.log.deliver(chance.below(3))
        processes.removeAll { $0 === process }
        start()
        rebalance()
    }

    /// All trouble ends; one worker has everything and nothing is left to do.
    package func heal() {
        mishaps.isTroubled = false
        for process in processes { process.log.isDead = true }
        processes = []
        start()
        processes[0].log.give((0..<3).map { TopicPartition(topic: "in", partition: $0) })
        for _ in 0..<2_000 {
            processes[0].worker.step(waitMilliseconds: 0)
            processes[0].log.deliver()
            clock.advance(.milliseconds(60))
        }
    }

    /// What a reader of `out` sees, key by key, who drops what is not newer; and the first gap it meets.
    package func readOut() -> (seen: [String: [String]], gap: String?) {
        var seen: [String: [String]] = [:]
        for message in broker.messages(of: "out") {
            guard let event = try? CloudEventReader.read(value: message.value, headers: message.headers),
                let key = event.subject, let sequence = event.sequence, let value = message.value
            else { return (seen, "an unreadable message") }
            let last = Int64(seen[key]?.count ?? 0)
            if sequence <= last { continue }
            if sequence > last + 1 { return (seen, "\(key): \(sequence) after \(last)") }
            seen[key, default: []].append(String(decoding: value, as: UTF8.self).trimmingCharacters(in: ["\""]))
        }
        return (seen, nil)
    }
}
