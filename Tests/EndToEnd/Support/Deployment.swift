import Contracts
import Domain
import Embedded
import Foundation
import Kafka
import Postgres
import Testing

/// All of the product for one test: its topics, a database, keys, a policy pack and the five services, each a built executable.
final class Deployment {
    /// How a test departs from the usual.
    struct Options {
        var partitions = 12
        /// How fast the services' clock runs; it starts on Wednesday 1 April 2026 at 10:00 in China.
        var speed = 1.0
        /// Replacements in policy files, by file name.
        var policyEdits: [String: [(old: String, new: String)]] = [:]
        /// Whole policy files in place of the pack's.
        var files: [String: String] = [:]
        /// The embedded broker, whatever the environment says.
        var isEmbedded = false
        /// An Apache Kafka that asks who comes, each service under its own name.
        var isGuarded = false
        /// Partitions of single topics that are to be otherwise.
        var oddTopics: [String: Int] = [:]
    }

    static let start = Instant(seconds: 1_775_008_800)

    let broker: any KafkaBroker
    let postgres: EmbeddedPostgres
    let database: String
    let folder: TemporaryDirectory
    let ledger: TopicLedger
    let gateway: Gateway
    let options: Options
    private let origin: Instant
    private let clockText: String
    private(set) var instances: [ServiceInstance] = []
    /// Logs of processes that have ended.
    private(set) var pastLogs: [String] = []

    init(_ configure: (inout Options) -> Void = { _ in }) throws {
        var options = Options()
        configure(&options)
        self.options = options
        folder = try TemporaryDirectory(named: "end-to-end")
        postgres = try TestServers.postgres.get()
        broker =
            options.isGuarded
            ? try TestServers.guardedBroker(topics: Self.topics(options))
            : try TestServers.broker(topics: Self.topics(options), embedded: options.isEmbedded)
        database = "e2e_\(UUID().uuidString.prefix(8).lowercased())"
        origin = Self.machineTime
        clockText = "\(Self.start)@\(options.speed)@\(origin)"
        gateway = try Gateway(broker)
        ledger = try TopicLedger(broker)
        try makeDatabase()
        try makeKeys()
        try copyPolicies()
    }

    deinit {
        for instance in instances { instance.process.kill() }
    }

    private static func topics(_ options: Options) -> [TopicSpecification] {
        Topic.all.map { topic in
            TopicSpecification(
                name: topic.name,
                partitions: options.oddTopics[topic.name] ?? (topic.hasOwnPartitionCount ? topic.defaultPartitionCount : options.partitions)
            )
        }
    }

    private func makeDatabase() throws {
        let connection = try PostgresConnection(postgres.url, applicationName: "end-to-end", connectTimeoutSeconds: 60)
        _ = try connection.execute(Statement("CREATE DATABASE \(database)"))
        _ = try Run.output(
            of: Built.executable("redress"), ["migrate", "--migrations", Built.file("Ops/migrations"), "--role-password", "secret"],
            environment: ["ADMIN_DATABASE_URL": databaseURL("postgres")])
    }

    private func makeKeys() throws {
        for purpose in ["sealing", "line"] {
            let key = try Run.output(of: Built.executable("redress"), ["keys", "generate", purpose])
            try key.write(toFile: folder.appending(purpose), atomically: true, encoding: .utf8)
        }
    }

    private func copyPolicies() throws {
        try FileManager.default.copyItem(atPath: Built.file("Ops/policies/china"), toPath: folder.appending("policies"))
        for (file, text) in options.files {
            try text.write(toFile: folder.appending("policies/\(file)"), atomically: true, encoding: .utf8)
        }
        for (file, edits) in options.policyEdits {
            for edit in edits { try editPolicy(file, edit.old, edit.new) }
        }
    }

    /// Replaces words of a policy file, which must be there.
    func editPolicy(_ file: String, _ old: String, _ new: String) throws {
        let path = folder.appending("policies/\(file)")
        let text = try String(contentsOfFile: path, encoding: .utf8)
        try #require(text.contains(old), "\(file) does not say \(old)")
        try text.replacing(old, with: new).write(toFile: path, atomically: true, encoding: .utf8)
    }

    func databaseURL(_ user: String) -> String { postgres.url(user: user, database: database) }

    /// What the services' clock shows.
    var now: Instant {
        let passed = Double(Self.machineTime.milliseconds - origin.milliseconds) * options.speed
        return Instant(milliseconds: Self.start.milliseconds + Int64(passed))
    }

    private static var machineTime: Instant { Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) }

    // MARK: Services

    func environment(of service: ServiceName) -> [String: String] {
        [
            "KAFKA_BOOTSTRAP_SERVERS": broker.bootstrapServers, "DATABASE_URL": databaseURL("redress_\(service.schema)"),
            "REDRESS_SEALING_KEY_FILE": folder.appending("sealing"), "REDRESS_LINE_KEY_FILE": folder.appending("line"),
            "REDRESS_POLICIES": folder.appending("policies"), "REDRESS_CLOCK": clockText, "HTTP_PORT": "0",
        ].merging((broker as? ApacheKafka)?.door?.environment(of: "redress-\(service)", broker) ?? [:]) { $1 }
    }

    /// A session as short as the broker takes, so that a killed member is missed within seconds.
    private var quickGroup: [String] {
        let session = broker is MockBroker ? "3000" : "6000"
        var properties = ["session.timeout.ms": session, "heartbeat.interval.ms": "300"]
        if broker is MockBroker { properties.merge(MockBroker.clientProperties) { $1 } }
        return properties.sorted { $0.key < $1.key }.flatMap { ["--kafka-property", "\($0.key)=\($0.value)"] }
    }

    @discardableResult
    func start(_ service: ServiceName, _ arguments: [String] = []) throws -> ServiceInstance {
        let instance = try ServiceInstance(service, quickGroup + arguments, environment: environment(of: service))
        instances.append(instance)
        return instance
    }

    /// Takes over an instance that a test has started itself, so that it ends with the others.
    func adopt(_ instance: ServiceInstance) { instances.append(instance) }

    /// Starts one of each service and waits until all are ready.
    func startAll() throws {
        for service in ServiceName.allCases { try start(service) }
        try waitUntilReady()
    }

    func waitUntilReady(seconds: Double = 90, at location: SourceLocation = #_sourceLocation) throws {
        for instance in instances {
            let endpoint = try instance.endpoint(at: location)
            var last = Endpoint.Answer()
            try wait(seconds: seconds, "\(instance.service) is ready", at: location, detail: { last.body }) {
                last = endpoint.get("/readyz")
                return last.status == 200
            }
        }
    }

    func instance(_ service: ServiceName) throws -> ServiceInstance { try #require(instances.last { $0.service == service }) }

    func endpoint(_ service: ServiceName) throws -> Endpoint { try instance(service).endpoint() }

    /// Ends a process as a crash would.
    func kill(_ instance: ServiceInstance) {
        instance.process.kill()
        instance.process.wait(within: 10)
        retire(instance)
    }

    /// Asks a process to end; gives how it did.
    @discardableResult
    func stop(_ instance: ServiceInstance, within seconds: Double = 20) -> ChildProcess.Ending? {
        instance.process.terminate()
        let ending = instance.process.wait(within: seconds)
        if ending == nil { instance.process.kill() }
        retire(instance)
        return ending
    }

    private func retire(_ instance: ServiceInstance) {
        instance.process.standardError?.waitForEnd(within: 5)
        pastLogs += instance.log
        instances.removeAll { $0 === instance }
    }

    /// Everything any process has logged.
    var allLogs: [String] { pastLogs + instances.flatMap(\.log) }

    // MARK: Waiting

    /// Reads the topics until that holds; ends the test where it does not in time.
    func wait(
        seconds: Double = 60, _ what: String, at location: SourceLocation = #_sourceLocation, detail: () -> String = { "" },
        until isSo: () throws -> Bool
    ) throws {
        let deadline = ContinuousClock.now + .seconds(seconds)
        while try !isSo() {
            guard ContinuousClock.now < deadline else {
                let logs = allLogs.filter { !$0.contains("\"level\":\"info\"") }.suffix(20).joined(separator: "\n")
                Issue.record(
                    "not within \(seconds) s: \(what)\n\(detail())\n\(ledger.summary)\n\(logs)", sourceLocation: location)
                throw NotInTime()
            }
            try ledger.read(milliseconds: 100)
        }
    }

    /// Waits for a fact of a topic.
    func fact(
        _ type: String, _ key: String? = nil, seconds: Double = 60, at location: SourceLocation = #_sourceLocation,
        where matches: (Fact) -> Bool = { _ in true }
    ) throws -> Fact {
        var found: Fact?
        try wait(seconds: seconds, "a \(type) of \(key ?? "any key")", at: location) {
            found = ledger.facts.first { $0.type == type && (key == nil || $0.key == key) && matches($0) }
            return found != nil
        }
        return try #require(found)
    }

    /// What PostgreSQL answers to a count.
    func count(_ sql: String) throws -> Int64 {
        try PostgresConnection(databaseURL("postgres"), applicationName: "end-to-end", connectTimeoutSeconds: 60)
            .execute(Statement(sql)).int8(0, 0)
    }
}

struct NotInTime: Error {}
