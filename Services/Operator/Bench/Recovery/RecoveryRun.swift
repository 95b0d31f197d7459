import Contracts
import Foundation
import Kafka
import Postgres

/// How long a lane takes to work again that has many events which Kafka has not confirmed, as after an outage of the brokers.
///
/// The events are copies of those that intake has written itself. Whoever takes the lane sends all of them again before anything else.
struct RecoveryRun {
    let plan: BenchPlan
    let ground: BenchGround

    private static let group = "line"
    /// The most complaints that are registered to make the events of.
    private static let mostComplaints = 10_000

    func measure() throws -> BenchFinding {
        let deployment = ground.deployment
        ground.say("a lane with \(plan.unconfirmed) unconfirmed events")
        let run = try ScenarioRun(.intake, workers: 1, deployment: deployment, database: ground.nextDatabase())
        _ = try run.load(min(plan.unconfirmed, Self.mostComplaints))
        try run.verify()
        deployment.stopServices()
        let nothing = try takeAll(run, number: 0)
        deployment.stopServices()
        let lane = try makeUnconfirmed(run.connection)
        let recovered = try takeAll(run, number: 1, lane)
        try ground.clear()
        return RecoveryFigures.finding(unconfirmed: plan.unconfirmed, nothing: nothing, recovered: recovered)
    }

    /// Sends a complaint of a lane, starts intake, and waits until the complaint is registered.
    ///
    /// - Parameters:
    ///   - number: of the complaint's trace context; another each time, as copies of events have that of the event.
    ///   - lane: the lane that it is of; any where none is named.
    private func takeAll(_ run: ScenarioRun, number: Int, _ lane: Int32? = nil) throws -> RecoveryFigures.Taking {
        var event = run.makeEvents(1) { _ in LatencyRun.traceParent(number) }[0]
        while let lane, Murmur2.partition(of: event.key ?? Data(), count: plan.partitions) != lane {
            event = run.makeEvents(1) { _ in LatencyRun.traceParent(number) }[0]
        }
        let producer = try KafkaProducer(
            KafkaSettings(bootstrapServers: ground.deployment.broker.bootstrapServers, clientID: "redress-bench"))
        try producer.produce([event])
        try run.watch.advance(timeoutMilliseconds: 0)
        let start = ContinuousClock.now
        let service = try ground.deployment.launch(ServiceName.intake.rawValue)
        let deadline = start + .seconds(BenchPlan.timeoutSeconds * 5)
        var worksAfter: Double?
        while worksAfter == nil {
            try run.watch.advance(timeoutMilliseconds: 1) { message in
                if worksAfter == nil, LatencyRun.number(of: message) == number {
                    worksAfter = (.now - start) / .seconds(1)
                }
            }
            try run.checkDeadLetters()
            guard ContinuousClock.now < deadline else { throw DeploymentError("recover a lane", "its complaint was never registered") }
        }
        let peak = ProcessTable.memory(of: service.processIdentifier)?.peak ?? 0
        try run.awaitConfirmations()
        return RecoveryFigures.Taking(worksAfter: worksAfter ?? 0, peakMebibytes: peak)
    }

    /// Adds as many unconfirmed events as the plan asks for to the journal of the lane that has the most.
    private func makeUnconfirmed(_ connection: PostgresConnection) throws -> Int32 {
        let rows = try connection.execute(
            Statement(
                "SELECT lane, position, (SELECT count(*) FROM intake.journal j WHERE j.lane = l.lane AND topic = $2) FROM intake.lane l "
                    + "WHERE lane_group = $1 ORDER BY 3 DESC LIMIT 1",
                [.text(Self.group), .text(Topic.complaints.name)]))
        let (lane, position, count) = (try rows.int4(0, 0), try rows.int8(0, 1), Int(try rows.int8(0, 2)))
        guard count > 0 else { throw DeploymentError("recover a lane", "no lane has any event") }
        let condition = "lane_group = '\(Self.group)' AND lane = \(lane) AND topic = '\(Topic.complaints.name)'"
        try RowMultiplication.add(
            (plan.unconfirmed + count - 1) / count, to: "journal", schema: "intake", shift: position, where: condition,
            limit: plan.unconfirmed, connection)
        // A lane's positions have no gap: those of the copies follow one another.
        try connection.script(
            """
            CREATE TEMPORARY TABLE copies AS SELECT position AS former, \(position) + row_number() OVER (ORDER BY position) AS place \
            FROM intake.journal WHERE lane_group = '\(Self.group)' AND lane = \(lane) AND position > \(position)
            """)
        try connection.script(
            """
            UPDATE intake.journal SET position = -place FROM copies \
            WHERE lane_group = '\(Self.group)' AND lane = \(lane) AND position = former
            """)
        try connection.script(
            "UPDATE intake.journal SET position = -position WHERE lane_group = '\(Self.group)' AND lane = \(lane) AND position < 0")
        try connection.script(
            "UPDATE intake.lane SET position = position + \(plan.unconfirmed) WHERE lane_group = '\(Self.group)' AND lane = \(lane)")
        try connection.script("VACUUM ANALYZE intake.journal")
        return lane
    }
}
