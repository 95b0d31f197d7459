import Contracts
import Foundation
import Postgres

/// One run of the benchmark on servers of its own.
final class BenchRun {
    private let plan: BenchPlan
    private let deployment: Deployment
    private let say: (String) -> Void
    private var report: BenchReport
    private var databases = 0

    /// Starts the servers.
    ///
    /// - Parameter say: told in a few words what is being done.
    init(_ plan: BenchPlan, _ deploymentPlan: DeploymentPlan, say: @escaping (String) -> Void) throws {
        self.plan = plan
        self.say = say
        say("starting the servers")
        deployment = try Deployment(deploymentPlan)
        report = BenchReport(plan: plan, broker: deployment.broker.kind)
    }

    /// Measures everything, one scenario after the other.
    ///
    /// - Throws: what kept a scenario from running, or a count that is not right.
    func measure() throws -> BenchReport {
        defer { deployment.stop() }
        try measureStarts()
        for workers in plan.workers {
            var round = BenchReport.Round(workers: workers)
            for scenario in plan.scenarios { try measure(scenario, &round) }
            report.rounds.append(round)
        }
        return report
    }

    private func measure(_ scenario: Scenario, _ round: inout BenchReport.Round) throws {
        say("\(scenario.title), \(round.workers) worker(s) a service: \(plan.warmUp) to warm up, then \(plan.events)")
        let run = try ScenarioRun(scenario, workers: round.workers, deployment: deployment, database: nextDatabase())
        _ = try run.load(plan.warmUp)
        try run.verify()
        round.outcomes[scenario] = try run.load(plan.events)
        try run.verify()
        switch scenario {
        case .intake:
            let rows = try CeilingRun(readingBack: plan.events, from: run.connection)
            deployment.stopServices()
            round.ceilingPerSecond = try measureCeiling(rows)
        case .intakeDispatch:
            say("latency at \(plan.latencyRate)/s for \(plan.latencySeconds) s")
            round.latency = try LatencyRun(run, rate: plan.latencyRate, seconds: plan.latencySeconds)
            try run.verify()
        case .all:
            for service in deployment.services {
                guard let memory = ProcessTable.memory(of: service.processIdentifier) else { continue }
                round.memory[service.name] = .init(resident: memory.resident, peak: memory.peak)
            }
        }
        deployment.stopServices()
    }

    private func measureCeiling(_ rows: CeilingRun) throws -> Double {
        say("ceiling: PostgreSQL alone, the same rows")
        try deployment.makeDatabase(nextDatabase())
        return try rows.write(PostgresConnection(deployment.administratorURL, applicationName: "redress-bench"))
    }

    /// Starts each service several times, alone.
    private func measureStarts() throws {
        say("start times")
        for service in DeploymentPlan.services {
            var seconds: [Double] = []
            for _ in 0..<plan.starts {
                seconds.append(try deployment.launch(service).startSeconds)
                deployment.stopServices()
            }
            report.startSeconds[service] = Percentiles(seconds).median
        }
    }

    private func nextDatabase() -> String {
        databases += 1
        return "bench_\(databases)"
    }
}
