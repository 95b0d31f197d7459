import Crypto
package import Embedded
import Foundation
import Postgres
import Runtime

/// All of Redress on this machine: a broker, a database, keys, and as many of the five services as are asked for.
///
/// Everything it started ends with it, however our process ends. Owned by one thread.
package final class Deployment {
    /// Where programs, migrations and rules come from; what is started from now on comes from there.
    package var plan: DeploymentPlan
    package let broker: DeployedBroker
    package let postgres: EmbeddedPostgres
    /// The network between the services and the database, where the plan asks for one.
    package let databaseLink: SlowLink?
    /// The name of the database the services use.
    private(set) var database = ""
    /// The services that run, in the order of their start.
    package private(set) var services: [DeployedService] = []
    let sealingKey: String
    let lineKey: String

    /// How long `redress migrate` may take, in seconds.
    private static let migrateSeconds = 120.0
    /// How long a service may take to end in good order, in seconds.
    private static let stopSeconds = 20.0

    /// Starts the servers, makes the topics, migrates a database and makes keys. No service runs yet.
    package init(_ plan: DeploymentPlan) throws {
        self.plan = plan
        broker = try DeployedBroker(plan)
        postgres = try EmbeddedPostgres(durability: .durable, settings: plan.databaseSettings, in: plan.databaseParent)
        databaseLink = plan.isLinked ? try SlowLink(to: postgres.port) : nil
        sealingKey = "k1 " + (try SealingKey.generate().base64())
        lineKey = try SealingKey.generate().base64()
        try makeDatabase("redress")
    }

    deinit {
        stop()
    }

    /// The superuser's connection to the services' database.
    package var administratorURL: String { postgres.url(user: "postgres", database: database) }

    /// Makes one more database with all schemas and roles; the services started from now on use it.
    func makeDatabase(_ name: String) throws {
        let server = try PostgresConnection(postgres.url, applicationName: "redress-deployment")
        try server.script("CREATE DATABASE \(try server.quoted(identifier: name))")
        database = name
        try migrate()
    }

    /// Drops the services' database, which frees its place on the disk. No service may run.
    func dropDatabase() throws {
        let server = try PostgresConnection(postgres.url, applicationName: "redress-deployment")
        try server.script("DROP DATABASE \(try server.quoted(identifier: database)) WITH (FORCE)")
    }

    /// Has what is started and migrated from now on be of that release.
    package func take(_ release: ReleaseFolder) {
        plan.binaries = release.binaries
        plan.migrations = release.migrations
        plan.policies = release.policies
    }

    /// Brings the services' database up to date by the plan's own program and files.
    package func migrate() throws {
        // Loopback is trusted, so the password serves only to let the roles log in.
        let words = [
            "migrate", "--migrations", plan.migrations.path, "--admin-database-url", administratorURL, "--role-password", lineKey,
        ]
        let migrating = try ChildProcess(plan.program("redress"), words, errors: .lines)
        guard migrating.wait(within: Self.migrateSeconds) == .exited(0) else {
            throw DeploymentError("migrate the database", migrating.standardError?.all.joined(separator: "\n") ?? "")
        }
    }

    /// Starts services and waits until each is ready.
    package func start(_ names: [String] = DeploymentPlan.services, workers: Int = 1) throws {
        let started = try names.map { try launch($0, workers: workers) }
        for service in started { try service.waitUntilReady() }
    }

    /// Starts one service and waits until it answers, whether it is ready for work or not.
    ///
    /// - Parameter instance: the name under which it keeps its place in its groups while it is away; `nil` for none.
    @discardableResult
    package func launch(_ name: String, workers: Int = 1, instance: String? = nil) throws -> DeployedService {
        var environment = environment(of: name, workers: workers)
        if let instance {
            let property = "group.instance.id=\(instance)"
            environment["REDRESS_KAFKA_PROPERTY"] = environment["REDRESS_KAFKA_PROPERTY"].map { "\($0),\(property)" } ?? property
        }
        let service = try DeployedService(name, program: plan.program("redress-\(name)"), environment: environment)
        services.append(service)
        return service
    }

    /// Ends a service as a crash would.
    package func kill(_ service: DeployedService) {
        service.process.kill()
        service.process.wait(within: Self.stopSeconds)
        services.removeAll { $0 === service }
    }

    /// Ends a service in good order.
    ///
    /// - Throws: where it does not end by itself in time, or not with success.
    package func stop(_ service: DeployedService) throws(DeploymentError) {
        services.removeAll { $0 === service }
        let ending = service.process.stop(within: Self.stopSeconds)
        guard ending == .exited(0) else {
            throw DeploymentError("end redress-\(service.name)", "it \(ending.map { "\($0)" } ?? "did not end")\n\(service.logTail)")
        }
    }

    /// Ends all services in good order.
    func stopServices() {
        for service in services { service.process.terminate() }
        for service in services { service.process.stop(within: Self.stopSeconds) }
        services = []
    }

    /// Ends everything that was started.
    package func stop() {
        stopServices()
        postgres.stop(.immediate)
        broker.stop()
    }

    /// - Throws: the end of the log of a service that has ended by itself.
    package func checkServices() throws {
        for service in services where !service.process.isRunning {
            throw DeploymentError("keep redress-\(service.name) running", "it ended\n\(service.logTail)")
        }
    }

    /// The whole environment of a service: ours, its servers, keys and port, and what the plan adds.
    func environment(of service: String, workers: Int) -> [String: String] {
        let chosen = ProcessInfo.processInfo.environment.merging(plan.environment) { $1 }
        return broker.clientEnvironment.merging(chosen) { $1 }.merging([
            "KAFKA_BOOTSTRAP_SERVERS": broker.linkedServers,
            "DATABASE_URL": postgres.url(
                user: "redress_\(ServiceDatabase.schemaName(of: service))", database: database, port: databaseLink?.port),
            "REDRESS_SEALING_KEY": sealingKey,
            "REDRESS_LINE_KEY": lineKey,
            "REDRESS_POLICIES": plan.policies.path,
            "REDRESS_WORKERS": "\(workers)",
            "REDRESS_LOG_FORMAT": "json",
            "HTTP_ADDRESS": "127.0.0.1",
            "HTTP_PORT": "0",
        ]) { $1 }
    }
}

/// Why a deployment on this machine could not be made, or did not stay up.
package struct DeploymentError: Error, CustomStringConvertible {
    let attempt: String
    let reason: String

    package init(_ attempt: String, _ reason: String) {
        self.attempt = attempt
        self.reason = reason
    }

    package var description: String { "\(attempt): \(reason)" }
}
