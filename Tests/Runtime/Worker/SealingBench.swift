import Contracts
import Crypto
import Domain
import Fakes
import Foundation
import Kafka
import Runtime
import Synchronization
import Testing

/// A service for tests that writes down what is said to it, sealed in reading.
struct SealingHandler: LaneHandler {
    struct State: Sendable, Equatable {
        var said: [SealedText] = []
    }

    struct Input: Sendable {
        let type: String
        let key: String
        let said: SealedText
    }

    let gate: CountingGate
    let work: CountedWork
    let group = LaneGroup(name: "ledger", topics: [InputTopic("commands", .outsiders)])

    func stateKey(forMessageKey key: String) -> String { key }

    func read(_ event: CloudEvent, from topic: String) throws(Fault) -> Reading<Input> {
        guard let key = event.subject else { throw Fault(field: "subject", problem: "is missing", expected: "a key") }
        work.read()
        let said = Draft<Input>.unsealed { seal throws(Fault) in
            work.seal()
            do {
                return .valid(Input(type: event.type, key: key, said: try seal.seal(event.data, context: SealContext.note)))
            } catch {
                throw Fault.unsealable("data")
            }
        }
        let command = GuardedCommand<Input>(
            said, answer: { refusal in Input(type: "refused", key: key, said: SealedText(ciphertext: refusal.fault.problem)) },
            verdict: { gate.ask() })
        return .command(command, stateKey: key, messageKey: key)
    }

    func wake(key: String) -> Input { Input(type: "woken", key: key, said: SealedText(ciphertext: "")) }

    func decide(
        _ input: Input, state: State?, companions: [CompanionRow], now: Instant, serial: Serial
    ) throws(Fault) -> Outcome<State> {
        if input.type == "poison" { throw Fault(field: "data", problem: "is poison", expected: "food") }
        if input.type == "refused" {
            return Outcome(state: state, events: [OutboundEvent(topic: "out", key: "refusals", type: "refused", data: Data("{}".utf8))])
        }
        var state = state ?? State()
        state.said.append(input.said)
        let data = Data("\"\(input.said.ciphertext)\"".utf8)
        return Outcome(state: state, events: [OutboundEvent(topic: "out", key: input.key, type: "said", data: data)])
    }
}

/// How often messages were read, and what they say was sealed.
final class CountedWork: Sendable {
    private let counts = Mutex((reads: 0, seals: 0))

    var reads: Int { counts.withLock { $0.reads } }
    var seals: Int { counts.withLock { $0.seals } }

    func read() { counts.withLock { $0.reads += 1 } }
    func seal() { counts.withLock { $0.seals += 1 } }
}

/// Lets in or not as the test says at each question.
final class CountingGate: Sendable {
    private let state: Mutex<(asked: Int, lets: @Sendable (Int) -> Bool)> = Mutex((0, { _ in true }))

    /// How often it was asked.
    var asked: Int { state.withLock { $0.asked } }

    /// - Parameter lets: whether the question of that number, from 1, is answered with yes.
    func set(_ lets: @escaping @Sendable (Int) -> Bool) { state.withLock { $0 = (0, lets) } }

    func ask() -> CommandGate.Refusal? {
        state.withLock { state in
            state.asked += 1
            guard !state.lets(state.asked) else { return nil }
            return CommandGate.Refusal(
                fault: Fault(field: "dssematerial", problem: "is a stranger's", expected: "a known key"), sender: nil)
        }
    }
}

/// One worker whose service gives customers keys of their own, stepped by the test.
final class SealingBench {
    let broker = MemoryBroker(topics: ["commands": 1, "out": 1, Topic.customerKeys.name: 2, Topic.deadLetters.name: 1])
    let database = MemoryDatabase()
    let clock = ManualClock(Instant(seconds: 1_775_016_000))
    private(set) var keyring: Keyring
    private let lineKey: SealingKey
    private let first: SealingKey
    private(set) var sealing: SealingGuard
    private(set) var log: MemoryLog
    private(set) var store: MemoryStore
    let gate = CountingGate()
    let work = CountedWork()
    private var worker: Worker

    init() throws {
        lineKey = try .generate()
        first = try .generate()
        keyring = try Keyring(current: "k1", keys: ["k1": first])
        sealing = try SealingGuard(keyring: keyring, lineKey: lineKey, givesCustomersKeys: true)
        (log, store, worker) = Self.make(broker, database, clock, sealing, gate, work)
    }

    private static func make(
        _ broker: MemoryBroker, _ database: MemoryDatabase, _ clock: ManualClock, _ sealing: SealingGuard, _ gate: CountingGate,
        _ work: CountedWork
    ) -> (MemoryLog, MemoryStore, Worker) {
        let log = MemoryLog(broker)
        let store = MemoryStore(database)
        let worker = Worker(
            service: "ledger", handlers: [AnyLaneHandler(SealingHandler(gate: gate, work: work))], log: log, store: store, clock: clock,
            sealer: sealing,
            observer: RecordingObserver())
        log.give([TopicPartition(topic: "commands", partition: 0)])
        return (log, store, worker)
    }

    /// The process dies and another takes its place, perhaps with another keyring.
    func restart(with keyring: Keyring? = nil, givesKeys: Bool = true) throws {
        log.isDead = true
        self.keyring = keyring ?? self.keyring
        sealing = try SealingGuard(keyring: self.keyring, lineKey: lineKey, givesCustomersKeys: givesKeys)
        (log, store, worker) = Self.make(broker, database, clock, sealing, gate, work)
    }

    /// The keyring with a key on top that seals from now on.
    func grownKeyring(_ id: String) throws -> Keyring { try Keyring(current: id, keys: [id: .generate(), "k1": first]) }

    /// Erases a customer while the worker holds the lane.
    func erase(_ key: String) throws {
        let row = try #require(database.state(key, in: "ledger"))
        var stored = try #require(try stored(key))
        let id = try #require(stored.key.flatMap { CustomerKey.id(ofWrapped: $0.ciphertext) })
        stored.key = nil
        let changed = StateRow(key: key, lane: row.lane, body: WireCoder().encode(stored), due: row.due, reference: row.reference)
        database.intervene(in: row.lane, putting: changed) { position in
            JournalRow(
                lane: row.lane, position: position, topic: Topic.customerKeys.name, key: id, id: "\(id)/erased", time: clock.now(),
                content: .tombstone(type: CustomerKeyMade.erasedType))
        }
    }

    func run(steps: Int = 20) {
        for _ in 0..<steps {
            worker.step(waitMilliseconds: 0)
            log.deliver()
            clock.advance(.milliseconds(50))
        }
    }

    func say(_ text: String, to key: String, id: String, type: String = "said") {
        let event = CloudEvent(id: id, source: "/gateway", type: type, subject: key, data: Data(text.utf8))
        broker.append(
            topic: "commands", key: Data(key.utf8), value: event.data,
            headers: CloudEventWriter.headers(for: event).map { ($0.name, $0.value) })
    }

    /// The events of a topic, each once, as a reader sees them.
    func events(of topic: String) throws -> [CloudEvent] {
        var seen: Set<String> = []
        return try broker.messages(of: topic).map { try CloudEventReader.read(value: $0.value, headers: $0.headers) }
            .filter { seen.insert($0.id).inserted }
    }

    /// The keys that compaction leaves on their topic, wrapped, by identifier.
    func keys() throws -> [String: SealedText] {
        var keys: [String: SealedText] = [:]
        for message in broker.messages(of: Topic.customerKeys.name) {
            let id = String(decoding: message.key ?? Data(), as: UTF8.self)
            keys[id] = nil
            guard message.value != nil else { continue }
            let event = try CloudEventReader.read(value: message.value, headers: message.headers)
            keys[id] = try CustomerKeyMade.decode(type: event.type, data: event.data, with: WireCoder())?.wrapped
        }
        return keys
    }

    /// What was told, as a reader outside opens it who has the keyring and reads the topic of keys.
    func told() throws -> [String] {
        let (keys, sealer) = (try keys(), try Sealer(keyring))
        return try events(of: "out").filter { $0.type == "said" }.map { event in
            let text = String(decoding: event.data, as: UTF8.self).trimmingCharacters(in: ["\""])
            guard let wrapped = CustomerKey.id(of: text).flatMap({ keys[$0] }) else { return "no key" }
            return String(
                decoding: try CustomerKey(wrapped: wrapped.ciphertext, by: sealer).open(text, context: SealContext.note), as: UTF8.self)
        }
    }

    struct Stored {
        var state: SealingHandler.State?
        var received: [String: Int64]
        var sent: [String: Int64]
        var key: SealedText?
    }

    func stored(_ key: String) throws -> Stored? {
        try database.state(key, in: "ledger").map { try WireCoder().decode(Stored.self, from: $0.body) }
    }
}

extension SealingBench.Stored: Document {
    init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        state = try fields.optional("state")
        received = try fields.required("received")
        sent = try fields.required("sent")
        key = try fields.optional("key")
    }

    func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("state", state)
        writer.write("received", received)
        writer.write("sent", sent)
        writer.write("key", key)
    }
}

extension SealingHandler.State: Document {
    init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        said = try fields.required("said")
    }

    func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("said", said)
    }
}
