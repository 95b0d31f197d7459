import Crypto
import Domain
import Embedded
import Foundation
import Runtime

/// Everything the demo starts: servers, database, keys, clock, the five services. What is on it ends with `clear`.
final class Stage {
    let folder: TemporaryDirectory
    let clock: AcceleratedClock
    let broker: DemoBroker
    let database: DemoDatabase
    let keyring: Keyring
    let lineKey: SealingKey
    /// `redress` itself.
    let executable: URL
    private(set) var fleet: ServiceFleet
    private let ownServer: EmbeddedPostgres?
    private let keyText: (sealing: String, line: String)
    private let policies: URL

    /// A Monday in a year whose holidays are published.
    private static let firstDay = Instant(milliseconds: 1_772_380_800_000)

    /// Starts everything; `say` is told before each step.
    ///
    /// - Throws: what could not be started and why; what had been started is ended again.
    init(_ options: DemoOptions, _ flag: StopFlag, say: (String) -> Void) throws {
        executable = URL(filePath: try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
        folder = try TemporaryDirectory(named: "demo")
        policies = URL(filePath: folder.appending("policies"))
        try DemoPolicies.copy(options.policies, to: policies)
        keyText = ("k1 " + (try SealingKey.generate().base64()), try SealingKey.generate().base64())
        keyring = try Keyring(text: keyText.sealing)
        lineKey = try SealingKey(text: keyText.line)
        say("starting a broker and a database")
        broker = try DemoBroker(executable: executable.path)
        try flag.check()
        let named = ProcessInfo.processInfo.environment["DATABASE_URL"].flatMap { $0.isEmpty ? nil : $0 }
        ownServer = named == nil ? try EmbeddedPostgres(durability: .relaxed) : nil
        try flag.check()
        database = try DemoDatabase(on: named ?? ownServer?.url ?? "", migrations: options.migrations)
        clock = AcceleratedClock(origin: SystemClock().now(), start: Self.firstDay, speed: Double(options.speed))
        say("starting the five services on \(broker.name)")
        fleet = try Self.fleet(
            executable, folder, logs: "logs",
            Self.environment(clock, broker, keyText, policies), database)
        do {
            try fleet.waitUntilReady(seconds: 90, flag)
        } catch {
            try clear()
            throw error
        }
    }

    /// What the services, and people's commands beside them, find in their environment; the database aside.
    var environment: [String: String] { Self.environment(clock, broker, keyText, policies) }

    /// Ends everything, and removes what was written.
    func clear() throws {
        fleet.stop()
        if ownServer == nil { try database.drop() }
        ownServer?.stop(.immediate)
        try broker.stop()
        folder.remove()
    }

    private static func environment(
        _ clock: AcceleratedClock, _ broker: DemoBroker, _ keys: (sealing: String, line: String), _ policies: URL
    ) -> [String: String] {
        [
            "KAFKA_BOOTSTRAP_SERVERS": broker.bootstrapServers,
            "REDRESS_POLICIES": policies.path,
            "REDRESS_SEALING_KEY": keys.sealing,
            "REDRESS_LINE_KEY": keys.line,
            "REDRESS_CLOCK": "\(clock.start)@\(Int(clock.speed))@\(clock.origin)",
        ]
    }

    private static func fleet(
        _ executable: URL, _ folder: TemporaryDirectory, logs: String, _ environment: [String: String], _ database: DemoDatabase
    ) throws -> ServiceFleet {
        let directory = URL(filePath: folder.appending(logs))
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        return try ServiceFleet(in: executable.deletingLastPathComponent(), logs: directory) { service in
            var all = ProcessInfo.processInfo.environment
            all.merge(environment) { $1 }
            all["DATABASE_URL"] = try database.url(of: service)
            all["HTTP_PORT"] = "0"
            all["REDRESS_LOG_FORMAT"] = "text"
            return all
        }
    }
}
