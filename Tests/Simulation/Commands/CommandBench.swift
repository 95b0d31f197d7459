import Contracts
import Crypto
import Domain
import Embedded
import Fakes
import Foundation
import Kafka
import OperatorService
import Policies
import Postgres
import Runtime

/// All five services' workers on a database of their own in a real PostgreSQL; topics and time are the test's.
final class CommandBench {
    /// A fact that a service told, and where.
    struct Told {
        let topic: String
        let event: CloudEvent

        /// The fields of its data; none where there is no object.
        var fields: [String: Any] {
            guard let object = try? JSONSerialization.jsonObject(with: event.data) as? [String: Any] else { return [:] }
            return object
        }

        func text(_ field: String) -> String? { fields[field] as? String }
    }

    /// A service's worker, and its consumer and producer.
    private struct Instance {
        let definition: ServiceDefinition
        let worker: Worker
        let log: MemoryLog
    }

    static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..").standardizedFileURL
    static let migrations = root.appending(path: "Ops/migrations")
    private static let pack: Result<PolicyPack, any Error> = Result {
        try PolicyPackLoader.load(directory: root.appending(path: "Ops/policies/china"))
    }
    private static let definitions = ServiceName.allCases.map(\.definition)
    /// A server with one database that has all schemas, which each bench gets a copy of.
    private static let server: Result<EmbeddedPostgres, any Error> = Result {
        let server = try EmbeddedPostgres(durability: .relaxed)
        try administer(server, "CREATE DATABASE migrated")
        let connection = try PostgresConnection(server.url(user: "postgres", database: "migrated"), applicationName: "migrations")
        for definition in definitions { _ = try ServiceDatabase.migrator(of: definition.name, from: migrations).apply(connection) }
        connection.close()
        return server
    }

    private static func administer(_ server: EmbeddedPostgres, _ statement: String) throws {
        let connection = try PostgresConnection(server.url, applicationName: "administrator")
        _ = try connection.execute(Statement(statement, prepared: false))
        connection.close()
    }

    static let partitions = 2
    /// A Monday in a year whose holidays are published, at nine in China.
    static let start = Instant(milliseconds: 1_772_413_200_000)

    let clock = ManualClock(start)
    private let broker = MemoryBroker(
        topics: Dictionary(uniqueKeysWithValues: Topic.all.map { ($0.name, $0 == .deadLetters ? 1 : partitions) }))
    private let url: String
    private let sealing: SealingGuard
    private let observer = RecordingObserver()
    private var instances: [Instance] = []
    private var events = 0

    init() throws {
        let database = "bench_\(UUID().uuidString.prefix(8).lowercased())"
        try Self.administer(Self.server.get(), "CREATE DATABASE \(database) TEMPLATE migrated")
        url = try Self.server.get().url(user: "postgres", database: database)
        let key = try SealingKey(Data(repeating: 7, count: SealingKey.length))
        sealing = try SealingGuard(keyring: Keyring(current: "k1", keys: ["k1": key]), lineKey: key, givesCustomersKeys: true)
        try restart()
    }

    /// All workers die, and others take their place.
    func restart() throws {
        for instance in instances { instance.log.isDead = true }
        instances = try Self.definitions.map(start)
        settle()
    }

    private func start(_ definition: ServiceDefinition) throws -> Instance {
        let handlers = definition.handlers(try Self.pack.get(), sealing, .open, .none)
        let log = MemoryLog(broker)
        let url = url
        let store = PostgresLaneStore { () throws(StoreError) in
            try ServiceDatabase.connect(url, service: definition.name, schemaVersion: definition.schemaVersion)
        }
        var settings = WorkerSettings()
        settings.floodGuard.isOn = false
        let worker = Worker(
            service: definition.name, handlers: handlers, log: log, store: store, clock: clock, sealer: sealing, observer: observer,
            settings: settings)
        log.give(
            handlers.flatMap { $0.group.topics.map(\.name) }.flatMap { topic in
                (0..<Int32(Self.partitions)).map { TopicPartition(topic: topic, partition: $0) }
            })
        return Instance(definition: definition, worker: worker, log: log)
    }

    /// Runs SQL in a service's schema, as the owner.
    func run(_ sql: String, in schema: String) throws {
        let connection = try PostgresConnection(url, applicationName: "owner")
        _ = try connection.execute(Statement("SELECT set_config('search_path', $1, false)", [.text(schema)]))
        try connection.script(sql)
        connection.close()
    }

    /// Writes an event of somebody outside and waits for nothing.
    ///
    /// - Returns: its trace, which everything that comes of it carries.
    func write(_ event: CloudEvent, to topic: Topic, key: String) -> String {
        events += 1
        let hexadecimal = String(events, radix: 16)
        let trace = "00-" + String(repeating: "0", count: 32 - hexadecimal.count) + hexadecimal + "-00000000000000ab-01"
        var event = event
        event.traceParent = trace
        broker.append(
            topic: topic.name, key: Data(key.utf8), value: event.data,
            headers: CloudEventWriter.headers(for: event).map { ($0.name, $0.value) })
        return trace
    }

    var now: Instant { clock.now() }

    func nextID() -> String { "e-\(events + 1)" }

    /// Rounds of all workers until nothing new comes.
    func settle() {
        var quiet = 0
        while quiet < 6 {
            let before = broker.count
            for instance in instances {
                instance.worker.step(waitMilliseconds: 0)
                instance.log.deliver()
            }
            clock.advance(.milliseconds(60))
            quiet = broker.count == before ? quiet + 1 : 0
        }
    }

    /// One service does not see what comes on a topic while the body runs.
    func withhold(_ topic: Topic, from service: String, during body: () throws -> Void) throws {
        let places = Set((0..<Int32(Self.partitions)).map { TopicPartition(topic: topic.name, partition: $0) })
        for instance in instances where instance.definition.name == service { instance.log.withheld = places }
        try body()
        for instance in instances where instance.definition.name == service { instance.log.withheld = [] }
        settle()
    }

    /// Everything that services have told, in the order of each partition.
    var facts: [Told] {
        [Topic.complaints, .workOrders, .alerts, .compensations, .notifications, .staffNotices, .deadLetters].flatMap { topic in
            broker.messages(of: topic.name).compactMap { message in
                guard let event = try? CloudEventReader.read(value: message.value, headers: message.headers) else { return nil }
                return Told(topic: topic.name, event: event)
            }
        }
    }

    func facts(_ type: String, of complaint: ComplaintNumber) -> [Told] {
        facts.filter { $0.event.type == type && $0.event.subject == complaint.rawValue }
    }

    func facts(of trace: String) -> [Told] { facts.filter { $0.event.traceParent == trace } }

    /// Why anything was put aside.
    var deadLetters: [String] { facts.filter { $0.topic == Topic.deadLetters.name }.map { String(decoding: $0.event.data, as: UTF8.self) } }

    /// What workers said beside their work, for whoever asks why a test failed.
    var troubles: [String] {
        observer.notices.compactMap {
            switch $0 {
            case .unusable(let reason), .halted(let reason): reason
            case .outageBegan(let server, let reason): "\(server): \(reason)"
            default: nil
            }
        }
    }
}
