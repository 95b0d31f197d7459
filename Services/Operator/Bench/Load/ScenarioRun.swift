import Contracts
import Domain
import Foundation
import Kafka
import Postgres

/// One scenario on fresh topics and a fresh database: its services run, and load goes through them.
final class ScenarioRun {
    let scenario: Scenario
    let deployment: Deployment
    let watch: TopicWatch
    let connection: PostgresConnection
    /// Complaints that went in so far.
    private(set) var produced = 0
    /// Complaints whose rows are in the tables as copies of others'.
    var copied = 0
    private var events: IntakeEvents
    private let producer: KafkaProducer
    private var lastLook: (lanes: LaneProgress, at: ContinuousClock.Instant)?

    /// How long a look at the topics waits for a message, and how far apart looks at the lanes are, in milliseconds.
    private static let lookMilliseconds = 20

    /// Empties the topics, makes a database of its own and starts the scenario's services.
    convenience init(_ scenario: Scenario, workers: Int, deployment: Deployment, database: String) throws {
        try self.init(scenario, deployment: deployment, database: database) { try deployment.start(scenario.services, workers: workers) }
    }

    /// - Parameter start: starts the scenario's services.
    init(_ scenario: Scenario, deployment: Deployment, database: String, start: () throws -> Void) throws {
        self.scenario = scenario
        self.deployment = deployment
        deployment.stopServices()
        try deployment.broker.emptyTopics()
        try deployment.makeDatabase(database)
        let servers = deployment.broker.bootstrapServers
        connection = try PostgresConnection(deployment.administratorURL, applicationName: "redress-bench")
        // Parallel plans start processes of their own, which costs the server more than what our short questions ask for.
        try connection.script("SET max_parallel_workers_per_gather = 0")
        watch = try TopicWatch(bootstrapServers: servers, topics: scenario.watched.map(\.name))
        producer = try KafkaProducer(KafkaSettings(bootstrapServers: servers, clientID: "redress-bench"))
        events = IntakeEvents(now: Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)))
        try start()
    }

    /// Sends so many complaints as fast as they are taken and waits until all their work is done.
    ///
    /// The time ends with the last arrival or the last offset stored, whichever is later.
    func load(_ count: Int) throws -> Outcome {
        var waiting = events.next(count)[...]
        let before = try ProcessorTimes.now(of: deployment)
        let start = ContinuousClock.now
        var movement = Movement(at: start)
        while true {
            let lanes = try neededLanes(isProducing: !waiting.isEmpty)
            if !waiting.isEmpty, mayProduce(lanes) {
                let wave = waiting.prefix(BenchPlan.wave)
                waiting = waiting.dropFirst(wave.count)
                try producer.produce(Array(wave))
                produced += wave.count
                movement.see(produced, at: .now)
                try watch.advance(timeoutMilliseconds: 0)
            } else {
                try watch.advance(timeoutMilliseconds: Self.lookMilliseconds)
            }
            movement.see(scenario.watched.map { watch.count(of: $0.name) }, lanes?.taken, at: .now)
            if waiting.isEmpty, isDone(lanes) { break }
            try check(movement)
        }
        let after = try ProcessorTimes.now(of: deployment)
        return Outcome(
            complaints: count, seconds: (movement.last - start) / .seconds(1),
            cpuMicroseconds: after.microseconds(since: before, complaints: count))
    }

    /// The next events, for those who send them otherwise than `load`.
    func makeEvents(_ count: Int, traceParent: (Int) -> String?) -> [ProducedMessage] {
        produced += count
        return events.next(count, traceParent: traceParent)
    }

    /// Waits until Kafka has confirmed everything, and checks that each complaint that went in came out exactly once.
    func verify() throws {
        try awaitConfirmations()
        try checkDeadLetters()
        try expect("complaints", "intake", "redress.complaint.registered.v1")
        if scenario.services.contains("dispatch") { try expect("work orders", "dispatch", "redress.work-order.dispatched.v1") }
    }

    /// Waits until Kafka has confirmed everything.
    func awaitConfirmations() throws {
        let deadline = ContinuousClock.now + .seconds(BenchPlan.timeoutSeconds)
        while try lanes().unconfirmed > 0 {
            guard ContinuousClock.now < deadline else {
                throw DeploymentError("wait for confirmations", "the lanes still have unconfirmed events")
            }
            try watch.advance(timeoutMilliseconds: Self.lookMilliseconds)
        }
    }

    /// - Throws: when a service has ended or a message went to the dead letters.
    func checkDeadLetters() throws {
        try deployment.checkServices()
        let count = watch.count(of: Topic.deadLetters.name)
        guard count == 0 else {
            let tails = deployment.services.map(\.logTail).joined(separator: "\n")
            throw DeploymentError("run \(scenario.title)", "\(count) messages went to the dead letters\n\(tails)")
        }
    }

    private func check(_ movement: Movement) throws {
        try checkDeadLetters()
        guard movement.last.duration(to: .now) < .seconds(BenchPlan.timeoutSeconds) else {
            let counts = scenario.watched.map { "\($0.name) \(watch.count(of: $0.name))" }.joined(separator: ", ")
            throw DeploymentError(
                "run \(scenario.title)", "nothing moved for \(BenchPlan.timeoutSeconds) s; produced \(produced), \(counts)")
        }
    }

    private func lanes() throws -> LaneProgress { try LaneProgress(of: scenario.services, connection) }

    /// The lanes are looked at when something hangs on them, and not too often: each look is work for the server that is being measured.
    private func neededLanes(isProducing: Bool) throws -> LaneProgress? {
        let isBounded = isProducing && deployment.broker.kind == .embedded
        guard isBounded || (scenario == .all && hasResults) else { return nil }
        if let lastLook, lastLook.at.duration(to: .now) < .milliseconds(Self.lookMilliseconds) { return lastLook.lanes }
        let lanes = try lanes()
        lastLook = (lanes, .now)
        return lanes
    }

    private func mayProduce(_ lanes: LaneProgress?) -> Bool {
        guard deployment.broker.kind == .embedded else { return true }
        let behind = ([.intake, .complaints] + scenario.results).compactMap { lanes?.slowest(on: $0, of: scenario.services) }.min() ?? 0
        return produced - behind < BenchPlan.embeddedLead
    }

    private var hasResults: Bool { scenario.results.allSatisfy { watch.count(of: $0.name) >= produced } }

    private func isDone(_ lanes: LaneProgress?) -> Bool {
        guard hasResults else { return false }
        guard scenario == .all else { return true }
        guard let lanes, watch.isAtEnd, lanes.unconfirmed == 0 else { return false }
        return lanes.hasTakenAll(scenario.services) { $0 == .intake ? produced : watch.count(of: $0.name) }
    }

    private func expect(_ what: String, _ service: String, _ type: String) throws {
        let count = Statement("SELECT count(*) FROM \(service).journal WHERE type = $1", [.text(type)])
        let found = Int(try connection.execute(count).int8(0, 0))
        let expected = produced + copied
        guard found == expected else {
            throw DeploymentError("count the \(what)", "\(found), and \(produced) complaints went in beside \(copied) copies")
        }
    }
}
