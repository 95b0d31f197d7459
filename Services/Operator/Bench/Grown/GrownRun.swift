import Contracts
import Embedded
import Postgres

/// Throughput and latency of intake and dispatch with few complaints in the tables, and with as many as after years.
struct GrownRun {
    let plan: BenchPlan
    let ground: BenchGround

    /// Complaints a second while the latency is watched.
    private static let rate = 500

    private struct Measured {
        let outcome: ScenarioRun.Outcome
        let latency: LatencyRun
    }

    func measure() throws -> BenchFinding {
        let deployment = ground.deployment
        ground.say("an empty database: \(plan.warmUp) to warm up, then \(plan.events)")
        let run = try ScenarioRun(.intakeDispatch, workers: 1, deployment: deployment, database: ground.nextDatabase())
        let empty = try measure(run)
        deployment.stopServices()
        let copies = max(1, plan.grown / run.produced)
        ground.say("growing it to \(run.produced * (copies + 1)) complaints")
        try GrownDatabase(services: run.scenario.services, connection: run.connection).grow(copies, in: deployment.postgres.directory)
        run.copied = run.produced * copies
        try deployment.start(run.scenario.services)
        ground.say("the grown database: \(plan.warmUp) to warm up, then \(plan.events)")
        let grown = try measure(run)
        let size = try run.connection.execute(Statement("SELECT pg_database_size(current_database())")).int8(0, 0)
        let complaints = run.copied + run.produced
        try ground.clear()
        return GrownFigures.finding(
            complaints: complaints, gibibytes: Double(size) / Double(1 << 30), empty: (empty.outcome, empty.latency),
            grown: (grown.outcome, grown.latency))
    }

    private func measure(_ run: ScenarioRun) throws -> Measured {
        _ = try run.load(plan.warmUp)
        try run.verify()
        let outcome = try run.load(plan.events)
        try run.verify()
        let latency = try LatencyRun(run, rate: Self.rate, seconds: plan.latencySeconds)
        try run.verify()
        return Measured(outcome: outcome, latency: latency)
    }
}
