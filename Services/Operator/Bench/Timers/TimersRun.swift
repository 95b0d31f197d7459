import Contracts
import Domain
import Foundation
import Kafka
import Postgres

/// How late sla-monitor's alerts are when many clocks are armed, and how many it publishes a second.
///
/// sla-monitor runs alone. The clocks are in its table before it starts: copies of a file that it has stored itself.
struct TimersRun {
    let plan: BenchPlan
    let ground: BenchGround

    private static let service = ServiceName.slaMonitor.rawValue
    private static let schema = "sla_monitor"
    private static let table = "complaint_state"
    /// How long before now the complaint of the template was received, in days: its clock is not due while it is measured.
    private static let templateAgeDays = 20
    /// From the writing of the last rows until the first clock is due: the service has to start first, in seconds.
    private static let leadSeconds = 15.0
    /// Rows that are written a second at the least.
    private static let rowsPerSecond = 10_000.0

    private var deployment: Deployment { ground.deployment }

    func measure(withinSeconds: Int) throws -> BenchFinding {
        let policies = deployment.plan.policies
        defer { deployment.plan.policies = policies }
        let pack = try OneClockPolicies(of: policies)
        deployment.plan.policies = pack.url
        ground.say(
            "\(plan.clocks) clocks, \(plan.clocksDue) of them due \(withinSeconds == 0 ? "at one instant" : "within \(withinSeconds) s")")
        deployment.stopServices()
        try deployment.broker.emptyTopics()
        try deployment.makeDatabase(ground.nextDatabase())
        let connection = try PostgresConnection(deployment.administratorURL, applicationName: "redress-bench")
        let (template, isJSONB) = try makeTemplate(connection)
        let clocks = try arm(template, isJSONB, withinSeconds, connection)
        let watch = try TopicWatch(bootstrapServers: deployment.broker.bootstrapServers, topics: [Topic.alerts.name])
        try deployment.start([Self.service])
        guard Self.now < clocks.firstDue else {
            throw DeploymentError("measure clocks", "sla-monitor was not ready before the first was due; arm fewer with --clocks-due")
        }
        let before = try ProcessorTimes.now(of: deployment)
        let arrivals = try readAlerts(of: clocks, watch)
        let used = try ProcessorTimes.now(of: deployment).microseconds(since: before, complaints: plan.clocksDue)
        try ground.clear()
        return TimersFigures.finding(arrivals, clocks, used: used)
    }

    private static var now: Instant { Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1_000)) }

    /// Has one complaint registered, and reads the file that sla-monitor makes of it.
    private func makeTemplate(_ connection: PostgresConnection) throws -> (ClockTemplate, isJSONB: Bool) {
        let received = Instant(seconds: Self.now.milliseconds / 1_000 - Int64(Self.templateAgeDays) * 86_400)
        var events = IntakeEvents(now: received)
        let settings = KafkaSettings(bootstrapServers: deployment.broker.bootstrapServers, clientID: "redress-bench")
        try deployment.start([ServiceName.intake.rawValue, Self.service])
        try KafkaProducer(settings).produce(events.next(1))
        let select = Statement("SELECT key, body::text, due, pg_typeof(body)::text FROM \(Self.schema).\(Self.table)")
        let deadline = ContinuousClock.now + .seconds(BenchPlan.timeoutSeconds)
        var rows = try connection.execute(select)
        while rows.isEmpty {
            try deployment.checkServices()
            guard ContinuousClock.now < deadline else { throw DeploymentError("make a clock", "sla-monitor has stored no complaint") }
            ground.wait(seconds: 0.05)
            rows = try connection.execute(select)
        }
        deployment.stopServices()
        let number = try rows.text(0, 0)
        guard let due = try rows.optionalTimestampMicroseconds(0, 2),
            let template = ClockTemplate(
                try rows.text(0, 1), number: number, received: received, due: Instant(milliseconds: due / 1_000))
        else {
            throw DeploymentError("make a clock", "the stored file does not name its complaint and its time, or has no timer")
        }
        return (template, try rows.text(0, 3) == "jsonb")
    }

    /// Writes the clocks into the table: first those of later, so that what is due soon need not wait for them.
    private func arm(
        _ template: ClockTemplate, _ isJSONB: Bool, _ withinSeconds: Int, _ connection: PostgresConnection
    ) throws -> ArmedClocks {
        func copy(_ clocks: ArmedClocks, _ range: Range<Int>) throws {
            try connection.copyIn(
                into: Self.table, schema: Self.schema, columns: ArmedClocks.columns,
                rows: clocks.rows(range, template, partitions: plan.partitions, isJSONB: isJSONB))
        }
        func clocks(from firstDue: Instant) -> ArmedClocks {
            ArmedClocks(count: plan.clocks, dueSoon: plan.clocksDue, firstDue: firstDue, withinSeconds: withinSeconds)
        }
        try copy(clocks(from: Self.now), clocks(from: Self.now).later)
        try connection.script("VACUUM ANALYZE \(Self.schema).\(Self.table)")
        try connection.script("CHECKPOINT")
        let lead = Self.leadSeconds + Double(plan.clocksDue) / Self.rowsPerSecond
        let armed = clocks(from: Self.now.adding(.milliseconds(Int64(lead * 1_000))))
        try copy(armed, armed.soon)
        try connection.script("ANALYZE \(Self.schema).\(Self.table)")
        return armed
    }

    private func readAlerts(of clocks: ArmedClocks, _ watch: TopicWatch) throws -> ClockArrivals {
        var arrivals = ClockArrivals(clocks)
        let end = Double(clocks.firstDue.milliseconds) / 1_000 + Double(clocks.withinSeconds)
        var last = ContinuousClock.now
        while !arrivals.isComplete {
            let seen = arrivals.seen
            try watch.advance(timeoutMilliseconds: 20) { message in
                guard let key = message.key else { return }
                arrivals.see(String(decoding: key, as: UTF8.self), at: Date().timeIntervalSince1970)
            }
            if arrivals.seen > seen || Date().timeIntervalSince1970 < end { last = .now }
            try deployment.checkServices()
            guard last.duration(to: .now) < .seconds(BenchPlan.timeoutSeconds) else {
                throw DeploymentError(
                    "measure clocks", "\(arrivals.seen) of \(clocks.dueSoon) alerts came, and none for \(BenchPlan.timeoutSeconds) s")
            }
        }
        return arrivals
    }
}
