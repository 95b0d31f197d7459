import Contracts
import Counting
import Dispatch
import Domain
import Embedded
import Foundation
import Kafka
import OperatorService
import Postgres
import Runtime
import Seeded

/// All that is broken and mended: three brokers, a database, the services, and the networks between them. Owned by the main thread.
final class Ground {
    let deployment: Deployment
    let brokers: ApacheKafka
    let clock: AcceleratedClock
    let disk: Disk?
    /// The release that the services start as, where it is another one.
    let previous: ReleaseFolder?
    private let this: ReleaseFolder
    private let folder: TemporaryDirectory
    private let never = DispatchSemaphore(value: 0)

    static let services = DeploymentPlan.services
    /// How long the brokers wait for a member that says nothing, in milliseconds.
    static let sessionMilliseconds = 4_000
    /// The time from a complaint to the breach of its one clock.
    private static let allowance = "3s"
    /// Services of which two processes share the lanes; of the others there is one.
    private static let twice = [ServiceName.intake, .dispatch, .slaMonitor].map(\.rawValue)
    private static let partitions = 6
    /// Wednesday 1 April 2026, 10:00 in China: no hour of quiet for half a day.
    private static let start = Instant(seconds: 1_775_008_800)

    init(_ options: ChaosOptions, environment: [String: String] = ProcessInfo.processInfo.environment) throws {
        guard environment["KAFKA_HOME"]?.isEmpty == false else {
            throw Unavailable(
                description: "KAFKA_HOME is not set; expected the folder of an Apache Kafka, of which three nodes are started")
        }
        let folder = try TemporaryDirectory(named: "chaos")
        self.folder = folder
        disk = try options.disk.map { try Disk($0) }
        clock = AcceleratedClock(origin: SystemClock().now(), start: Self.start, speed: 1)
        this = try Self.prepared(
            ReleaseFolder(binaries: DeploymentPlan.ownFolder, migrations: options.migrations, policies: options.policies),
            in: folder.appending("policies"))
        previous = try options.previous.map { try Self.prepared(ReleaseFolder(root: $0), in: folder.appending("previous")) }
        if let previous { try Self.leaveOutNewRules(of: this, before: previous) }
        deployment = try Deployment(Self.plan(previous ?? this, clock, disk, isTalkative: options.logs != nil))
        guard let brokers = deployment.broker.cluster else { throw Unavailable(description: "the brokers are not Apache Kafka's") }
        self.brokers = brokers
        try deployment.start(Self.services + Self.twice)
    }

    /// Has what is started from now on be of that release; of this one where it is `nil`.
    func take(_ release: ReleaseFolder?) {
        deployment.take(release ?? this)
    }

    /// The release with rules under which all that must be there can be counted.
    private static func prepared(_ release: ReleaseFolder, in folder: String) throws -> ReleaseFolder {
        var release = release
        let policies = URL(filePath: folder)
        try copyPolicies(release.policies, to: policies)
        release.policies = policies
        return release
    }

    /// As the runbook has it: what comes of a rule that the release before does not know, it cannot read on the way back.
    private static func leaveOutNewRules(of release: ReleaseFolder, before previous: ReleaseFolder) throws {
        let name = "notification.yaml"
        let known = NoticeRules(try String(contentsOf: previous.policies.appending(path: name), encoding: .utf8)).occasions
        let file = release.policies.appending(path: name)
        let kept = NoticeRules(try String(contentsOf: file, encoding: .utf8)).keeping(known)
        try Data(kept.utf8).write(to: file)
    }

    private static func plan(
        _ release: ReleaseFolder, _ clock: AcceleratedClock, _ disk: Disk?, isTalkative: Bool
    ) -> DeploymentPlan {
        var plan = DeploymentPlan(binaries: release.binaries)
        plan.migrations = release.migrations
        plan.policies = release.policies
        plan.partitions = partitions
        plan.mayUseExternalBroker = false
        plan.nodes = 3
        plan.isLinked = true
        plan.databaseParent = disk?.folder
        // A dead broker and a dead member are missed within seconds, so that a round is no longer than it has to be.
        plan.brokerProperties = [
            "broker.session.timeout.ms": "4000", "broker.heartbeat.interval.ms": "500", "group.min.session.timeout.ms": "1000",
            "log.segment.bytes": "\(64 << 20)",
        ]
        // No segment of the log is kept for later: on a full disk there is none in reserve.
        plan.databaseSettings = ["max_wal_size": "128MB", "min_wal_size": "32MB", "wal_recycle": "off"]
        plan.environment = [
            "REDRESS_CLOCK": "\(clock.start)@\(Int(clock.speed))@\(clock.origin)",
            "REDRESS_KAFKA_PROPERTY": "session.timeout.ms=\(sessionMilliseconds),heartbeat.interval.ms=500,fetch.wait.max.ms=50"
                + (isTalkative ? ",debug=cgrp" : ""),
            "REDRESS_LOG_LEVEL": isTalkative ? "debug" : "info",
        ]
        return plan
    }

    private static func copyPolicies(_ pack: URL, to folder: URL) throws {
        try FileManager.default.copyItem(at: pack, to: folder)
        for (file, text) in CountablePolicies.files(allowance: allowance) {
            try Data(text.utf8).write(to: folder.appending(path: file))
        }
        let file = folder.appending(path: "notification.yaml")
        let text = try String(contentsOf: file, encoding: .utf8)
        // A unit's notices come together every two seconds, a receipt may take as long as an outage, and what failed is tried again at once.
        let edited = text.replacing(#/(receiptTimeout:\s*\{value:\s*)\d+[hmd]/#) { "\($0.output.1)365d" }
            .replacing(#/(digest:\s*every:\s*\{value:\s*)\w+/#) { "\($0.output.1)2s" }
            .replacing("backoff: {value: [5m, 30m]", with: "backoff: {value: [1s, 1s]")
        try Data(edited.utf8).write(to: file)
    }

    /// The networks from the services to their servers.
    var links: [SlowLink] { brokers.links + (deployment.databaseLink.map { [$0] } ?? []) }

    /// How outsiders reach the brokers: not over those networks.
    func settings(clientID: String) -> KafkaSettings {
        KafkaSettings(bootstrapServers: brokers.bootstrapServers, clientID: clientID)
    }

    /// One of a service's processes, by chance.
    func instance(of name: String, _ chance: inout SplitMix64) throws -> DeployedService {
        let all = deployment.services.filter { $0.name == name }
        guard !all.isEmpty else { throw Unavailable(description: "there is no process of \(name)") }
        return all[chance.below(all.count)]
    }

    /// Waits until the database answers, and starts it where it has ended by itself.
    ///
    /// - Returns: whether it had.
    func reviveDatabase() throws -> Bool {
        for _ in 0..<Self.looks {
            guard deployment.postgres.isRunning else {
                try deployment.postgres.restart()
                return true
            }
            do {
                _ = try PostgresConnection(deployment.administratorURL, applicationName: "redress-chaos")
                return false
            } catch {
                pause(milliseconds: Self.lookMilliseconds)
            }
        }
        throw Unavailable(description: "PostgreSQL runs, and does not answer")
    }

    private static let looks = 300
    private static let lookMilliseconds = 100

    /// Lets what is broken be broken for so long.
    func pause(milliseconds: Int) {
        _ = never.wait(timeout: .now() + .milliseconds(milliseconds))
    }

    /// The last words of services that warned of something, for a person who asks why.
    var warnings: String {
        deployment.services.map { "\($0.name): \($0.logTail)" }.joined(separator: "\n")
    }
}
