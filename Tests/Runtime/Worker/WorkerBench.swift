import Contracts
import Domain
import Fakes
import Foundation
import Kafka
import Runtime

/// One worker on a broker and a database in memory, stepped by the test.
final class WorkerBench {
    let broker: MemoryBroker
    private(set) var database = MemoryDatabase()
    let clock = ManualClock(Instant(seconds: 1_775_016_000))
    let sealer = PlainSealer()
    private(set) var observer = RecordingObserver()
    private(set) var log: MemoryLog
    private(set) var store: MemoryStore
    private(set) var worker: Worker
    private let settings: WorkerSettings

    static let topics = ["commands": 3, "facts": 3, "out": 3, Topic.deadLetters.name: 1]

    init(topics: [String: Int] = topics, _ configure: (inout WorkerSettings) -> Void = { _ in }) {
        var settings = WorkerSettings()
        configure(&settings)
        self.settings = settings
        broker = MemoryBroker(topics: topics)
        (log, store, worker) = Self.make(broker, database, clock, sealer, observer, settings)
        giveAll()
    }

    private static func make(
        _ broker: MemoryBroker, _ database: MemoryDatabase, _ clock: ManualClock, _ sealer: PlainSealer, _ observer: RecordingObserver,
        _ settings: WorkerSettings
    ) -> (MemoryLog, MemoryStore, Worker) {
        let log = MemoryLog(broker)
        let store = MemoryStore(database)
        let worker = Worker(
            service: "ledger", handlers: [LedgerHandler()], log: log, store: store, clock: clock, sealer: sealer, observer: observer,
            settings: settings, ownTopics: ["out"])
        return (log, store, worker)
    }

    /// The process dies and another takes its place, on another database where one is given.
    func restart(on restored: MemoryDatabase? = nil) {
        database = restored ?? database
        log.isDead = true
        (log, store, worker) = Self.make(broker, database, clock, sealer, observer, settings)
        giveAll()
    }

    /// Those of the topics it reads.
    let partitions = ["commands", "facts"].flatMap { topic in (0..<Int32(3)).map { TopicPartition(topic: topic, partition: $0) } }

    private func giveAll() { log.give(partitions) }

    /// Steps so often, each time with the broker taking what there is and 50 ms gone.
    func run(steps: Int = 40) {
        for _ in 0..<steps {
            worker.step(waitMilliseconds: 0)
            log.deliver()
            clock.advance(.milliseconds(50))
        }
    }

    /// Writes what an outsider sends; the partition is the right one unless given.
    ///
    /// - Parameter change: what the event has otherwise.
    func send(
        _ id: String, _ type: String = "noted", key: String = "k1", from source: String = "/gateway", partition: Int32? = nil,
        kafkaKey: Data? = nil, data: String = "{}", isStructured: Bool = false, _ change: (inout CloudEvent) -> Void = { _ in }
    ) {
        var event = CloudEvent(id: id, source: source, type: type, subject: key, data: Data(data.utf8))
        change(&event)
        let headers = isStructured ? [] : CloudEventWriter.headers(for: event).map { ($0.name, Optional($0.value)) }
        broker.append(
            topic: "commands", partition: partition, key: kafkaKey ?? Data(key.utf8),
            value: isStructured ? CloudEventWriter.structured(event) : event.data, headers: headers)
    }

    /// Writes a fact of another service.
    func emit(_ id: String, _ type: String = "noted", key: String = "k1", sequence: Int64, correlationID: String? = nil) {
        let event = CloudEvent(
            id: id, source: "/redress/other", type: type, subject: key, partitionKey: key, sequence: sequence,
            correlationID: correlationID, data: Data("{}".utf8))
        broker.append(
            topic: "facts", key: Data(key.utf8), value: event.data,
            headers: CloudEventWriter.headers(for: event).map { ($0.name, $0.value) })
    }

    /// The headers of a fact as this service writes it.
    static func headers(_ id: String, key: String, sequence: Int64, at time: Instant) -> [(name: String, value: Data?)] {
        CloudEventWriter.headers(
            for: CloudEvent(
                id: id, source: "/redress/ledger", type: "noted", time: time, subject: key, partitionKey: key, sequence: sequence,
                data: Data())
        ).map { ($0.name, $0.value) }
    }

    func status() -> WorkerStatus { worker.status() }

    /// What a reader of `out` sees who drops what is not newer, by key; a gap shows as `missing`.
    var published: [String: [String]] {
        var seen: [String: [String]] = [:]
        for message in broker.messages(of: "out") {
            guard let event = try? CloudEventReader.read(value: message.value, headers: message.headers), let key = event.subject,
                let sequence = event.sequence
            else { continue }
            let last = Int64(seen[key]?.count ?? 0)
            guard sequence > last else { continue }
            let text = String(decoding: event.data, as: UTF8.self).trimmingCharacters(in: ["\""])
            seen[key, default: []].append(sequence == last + 1 ? text : "missing")
        }
        return seen
    }

    /// What senders were told of events that could not be read, each as `<id>: <field> <problem>`.
    var answers: [String] {
        written.filter { $0.type == "refusal" }.map { String(decoding: $0.data, as: UTF8.self).trimmingCharacters(in: ["\""]) }
    }

    /// The events on `out`, partition by partition.
    var written: [CloudEvent] {
        broker.messages(of: "out").compactMap { try? CloudEventReader.read(value: $0.value, headers: $0.headers) }
    }

    /// What the service noted of a key.
    func noted(_ key: String) -> [String]? {
        struct Stored: Decodable {
            let state: LedgerHandler.State?
        }
        guard let body = database.state(key, in: "ledger")?.body else { return nil }
        return try? JSONDecoder().decode(Stored.self, from: body).state?.noted
    }

    var faults: [Fault] { database.letters.compactMap(\.fault) }

    var outages: [String] {
        observer.notices.compactMap {
            switch $0 {
            case .outageBegan(let server, _): "\(server) away"
            case .outageEnded(let server): "\(server) back"
            default: nil
            }
        }
    }

    var unusable: [String] {
        observer.notices.compactMap {
            guard case .unusable(let reason) = $0 else { return nil }
            return reason
        }
    }

    /// How many messages the broker had deleted before they were read.
    var missed: Int64 {
        observer.notices.reduce(0) {
            guard case .missed(_, _, let count) = $1 else { return $0 }
            return $0 + count
        }
    }

    var halts: [String] {
        observer.notices.compactMap {
            guard case .halted(let reason) = $0 else { return nil }
            return reason
        }
    }
}
