import Crypto
import Domain
import Embedded
import Foundation
import Policies
import Runtime

/// Everything the demo starts: servers, database, keys, clock, the five services.
final class Stage {
    private(set) var clock: AcceleratedClock
    let broker: DemoBroker
    let database: DemoDatabase
    /// `redress` itself.
    let executable: URL
    private(set) var fleet: ServiceFleet
    private let folder: TemporaryDirectory
    private let keys: DemoKeys
    /// Those who command.
    let senders: DemoSenders
    private let senderFiles: (register: String, keys: [String: String])
    private let policies: URL

    /// A Monday in a year whose holidays are published, five weeks before those of Qingming.
    private static let firstDay = Instant(milliseconds: 1_772_380_800_000)
    private static let readySeconds = 60.0

    /// Starts everything.
    ///
    /// - Parameters:
    ///   - endings: told how to end each thing as soon as it is begun.
    ///   - say: told before each step.
    /// - Throws: what could not be started, and why.
    init(_ options: DemoOptions, _ flag: StopFlag, _ endings: Endings, say: (String) -> Void) throws {
        executable = URL(filePath: try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
        let folder = try TemporaryDirectory(named: "demo")
        endings.add { folder.remove() }
        self.folder = folder
        policies = URL(filePath: folder.appending("policies"))
        try DemoPolicies.copy(options.policies, to: policies)
        let notification = try PolicyPackLoader.load(directory: policies).notification.notification
        offset = notification.timeZone.value
        morning = notification.digest?.quietHours.map { ($0.value.until, notification.timeZone.value) }
        say(
            "playing by \(options.policies.path), but a receipt may take \(DemoPolicies.receiptTimeout), for at this speed 30 minutes pass in a blink, "
                + "and units are not told at night what can wait"
        )
        keys = try DemoKeys()
        senders = try DemoSenders(RolePolicy.load(directory: policies))
        senderFiles = try senders.write(into: URL(filePath: folder.path))
        say("starting a broker and a database")
        broker = try DemoBroker(executable: executable.path, leftover: folder.path, endings)
        try flag.check()
        database = try DemoDatabase(migrations: options.migrations, endings)
        try flag.check()
        say("starting the five services on \(broker.name) and \(database.name)")
        clock = AcceleratedClock(origin: SystemClock().now(), start: Self.firstDay, speed: Double(options.speed))
        fleet = ServiceFleet()
        endings.add { [weak self] in self?.fleet.stop() }
        try startServices(logs: "logs", flag)
    }

    /// The month the play begins in, as reports name it.
    let firstMonth = "2026-03"
    /// In which times are shown.
    let offset: UTCOffset
    /// When the nights end that hold digests back; `nil` where the pack has none.
    let morning: (minute: Int, offset: UTCOffset)?

    /// Starts the services again with a clock that goes on from now at another speed.
    func setSpeed(_ speed: Int, _ flag: StopFlag) throws {
        fleet.stop()
        clock = AcceleratedClock(origin: SystemClock().now(), start: clock.now(), speed: Double(speed))
        try startServices(logs: "logs-slow", flag)
    }

    /// Guards personal data with the keys that the services have.
    func personalDataGuard() throws -> SealingGuard { try SealingGuard(keyring: keys.keyring, lineKey: keys.line) }

    /// What people's commands beside the services find in their environment.
    var environment: [String: String] {
        var all = sharedEnvironment
        all["DATABASE_URL"] = database.url
        all["REDRESS_SIGN_WITH"] = senderFiles.keys[DemoSenders.desk]
        for (sender, key) in senderFiles.keys { all[DemoSenders.variable(of: sender)] = key }
        // As many as the demo's topics have, so that `redress topics create` finds them as they should be.
        all["REDRESS_PARTITIONS"] = "\(DemoBroker.partitions)"
        return all
    }

    /// Where the services' logs are.
    private(set) var logs = ""

    /// Writes a file for the shell with the environment, and says where it is.
    func writeEnvironment() throws -> String {
        let file = folder.appending("environment")
        let text = FurtherTries.shell(environment, executables: executable.deletingLastPathComponent().path)
        try Data(text.utf8).write(to: URL(filePath: file))
        return file
    }

    private var sharedEnvironment: [String: String] {
        [
            "KAFKA_BOOTSTRAP_SERVERS": broker.bootstrapServers,
            "REDRESS_POLICIES": policies.path,
            "REDRESS_SEALING_KEY": keys.keyringText,
            "REDRESS_LINE_KEY": keys.lineText,
            "REDRESS_COMMAND_KEYS": senderFiles.register,
            "REDRESS_CLOCK": "\(clock.start)@\(Int(clock.speed))@\(clock.origin)",
        ].merging(broker.clientEnvironment) { $1 }
    }

    private func startServices(logs name: String, _ flag: StopFlag) throws {
        logs = folder.appending(name)
        let logs = URL(filePath: logs)
        try FileManager.default.createDirectory(at: logs, withIntermediateDirectories: true)
        fleet = ServiceFleet()
        try fleet.start(in: executable.deletingLastPathComponent(), logs: logs, leftover: folder.path) { service in
            var all = ProcessInfo.processInfo.environment
            all.merge(sharedEnvironment) { $1 }
            all["DATABASE_URL"] = try database.url(of: service)
            all["HTTP_PORT"] = "0"
            all["REDRESS_LOG_FORMAT"] = "text"
            return all
        }
        try fleet.waitUntilReady(seconds: Self.readySeconds, flag)
    }
}
