import Contracts
import Foundation
import Postgres

/// One run of the benchmark with one release.
struct BenchRun {
    let plan: BenchPlan
    let ground: BenchGround

    private var deployment: Deployment { ground.deployment }

    /// Measures everything, one part after the other.
    ///
    /// - Throws: what kept a part from running, or a count that is not right.
    func measure() throws -> BenchReport {
        var report = BenchReport(plan: plan, broker: deployment.broker.kind)
        if plan.parts.contains(.start) { try measureStarts(&report) }
        for workers in plan.workers {
            var round = BenchReport.Round(workers: workers)
            for part in plan.parts {
                if let scenario = part.scenario { try measure(scenario, &round) }
                if part == .latency { try measureLatency(&round) }
            }
            report.rounds.append(round)
        }
        for part in plan.parts { report.findings += try findings(of: part) }
        return report
    }

    /// What is measured once, with one worker a service.
    private func findings(of part: BenchPart) throws -> [BenchFinding] {
        switch part {
        case .start, .intake, .intakeDispatch, .all, .latency: []
        case .idle: [try IdleRun(plan: plan, ground: ground).measure()]
        case .recovery: [try RecoveryRun(plan: plan, ground: ground).measure()]
        case .timers: try plan.timersWithin.map { try TimersRun(plan: plan, ground: ground).measure(withinSeconds: $0) }
        case .restart: [try RestartRun(plan: plan, ground: ground).measure()]
        case .grown: [try GrownRun(plan: plan, ground: ground).measure()]
        }
    }

    private func measure(_ scenario: Scenario, _ round: inout BenchReport.Round) throws {
        ground.say("\(scenario.title), \(round.workers) worker(s) a service: \(plan.warmUp) to warm up, then \(plan.events)")
        let run = try warm(scenario, workers: round.workers)
        round.outcomes[scenario] = try run.load(plan.events)
        try run.verify()
        switch scenario {
        case .intake:
            let rows = try CeilingRun(readingBack: plan.events, from: run.connection)
            try ground.clear()
            round.ceilingPerSecond = try measureCeiling(rows)
        case .intakeDispatch: break
        case .all:
            for service in deployment.services {
                guard let memory = ProcessTable.memory(of: service.processIdentifier) else { continue }
                round.memory[service.name] = .init(resident: memory.resident, peak: memory.peak)
            }
        }
        try ground.clear()
    }

    private func measureLatency(_ round: inout BenchReport.Round) throws {
        ground.say("latency, \(round.workers) worker(s) a service: \(plan.warmUp) to warm up")
        let run = try warm(.intakeDispatch, workers: round.workers)
        for rate in plan.rates {
            ground.say("latency at \(rate)/s for \(plan.latencySeconds) s")
            round.latencies.append(try LatencyRun(run, rate: rate, seconds: plan.latencySeconds))
            try run.verify()
        }
        try ground.clear()
    }

    private func warm(_ scenario: Scenario, workers: Int) throws -> ScenarioRun {
        let run = try ScenarioRun(scenario, workers: workers, deployment: deployment, database: ground.nextDatabase())
        _ = try run.load(plan.warmUp)
        try run.verify()
        return run
    }

    private func measureCeiling(_ rows: CeilingRun) throws -> Double {
        ground.say("ceiling: PostgreSQL alone, the same rows")
        try deployment.makeDatabase(ground.nextDatabase())
        return try rows.write(PostgresConnection(deployment.administratorURL, applicationName: "redress-bench"))
    }

    /// Starts each service several times, alone.
    private func measureStarts(_ report: inout BenchReport) throws {
        ground.say("start times")
        try deployment.makeDatabase(ground.nextDatabase())
        for service in DeploymentPlan.services {
            var seconds: [Double] = []
            var peaks: [Double] = []
            for _ in 0..<plan.starts {
                let started = try deployment.launch(service)
                seconds.append(started.startSeconds)
                peaks.append(ProcessTable.memory(of: started.processIdentifier)?.peak ?? 0)
                deployment.stopServices()
            }
            report.startSeconds[service] = Percentiles(seconds).median
            report.startPeak[service] = Percentiles(peaks).median
        }
        try ground.clear()
    }
}
