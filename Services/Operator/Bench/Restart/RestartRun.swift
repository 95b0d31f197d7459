import Contracts
import Foundation

/// How long complaints wait while the processes of two services are restarted one after the other, as a rolling upgrade does.
struct RestartRun {
    let plan: BenchPlan
    let ground: BenchGround

    /// Complaints a second meanwhile.
    private static let rate = 200
    /// Between two restarts, in seconds: what waited is worked off, and the group has settled.
    private static let pauseSeconds = 4.0
    /// How long is sent: the restarts take about so long, and what they cost is over by then.
    private static let seconds = 40

    func measure() throws -> BenchFinding {
        RestartFigures.finding(perSecond: Self.rate, named: try restarts(named: true), unnamed: try restarts(named: false))
    }

    private func restarts(named: Bool) throws -> RestartFigures.Restarts {
        ground.say("restarts, \(named ? "each process under its name" : "each process a new member"): \(plan.warmUp) to warm up")
        let deployment = ground.deployment
        let places = Scenario.intakeDispatch.services.flatMap { service in
            ["a", "b"].map { (service: service, instance: named ? "\(service)-\($0)" : nil) }
        }
        var running: [DeployedService] = []
        let run = try ScenarioRun(.intakeDispatch, deployment: deployment, database: ground.nextDatabase()) {
            running = try places.map { try deployment.launch($0.service, instance: $0.instance) }
            for service in running { try service.waitUntilReady() }
        }
        _ = try run.load(plan.warmUp)
        try run.verify()

        let base = run.produced
        let first = run.makeEvents(1) { _ in nil }
        let messages = run.makeEvents(Self.rate * Self.seconds) { LatencyRun.traceParent(base + 1 + $0) }
        let numbers = (base + 1)..<(base + 1 + messages.count)
        let servers = deployment.broker.bootstrapServers
        let watch = try ArrivalWatch(bootstrapServers: servers, topic: Topic.workOrders.name, numbers: numbers)
        let sender = LatencySender(first: first[0], then: messages, bootstrapServers: servers, perSecond: Self.rate)
        var slowest = 0.0
        for (service, place) in zip(running, places) {
            ground.wait(seconds: Self.pauseSeconds)
            let start = ContinuousClock.now
            try deployment.stop(service)
            try deployment.launch(place.service, instance: place.instance).waitUntilReady()
            slowest = max(slowest, (.now - start) / .seconds(1))
        }
        try sender.join()
        try awaitAll(messages.count, watch, run)
        let arrivals = try watch.end()
        try run.verify()
        try ground.clear()
        let waits = arrivals.compactMap { number, arrival in
            sender.due(number - numbers.lowerBound).map { (arrival - $0) / .milliseconds(1) }
        }
        return RestartFigures.Restarts(waits: Percentiles(waits), slowest: slowest)
    }

    private func awaitAll(_ count: Int, _ watch: ArrivalWatch, _ run: ScenarioRun) throws {
        let deadline = ContinuousClock.now + .seconds(BenchPlan.timeoutSeconds)
        while try watch.count < count {
            try run.watch.advance(timeoutMilliseconds: 20)
            try run.checkDeadLetters()
            guard ContinuousClock.now < deadline else {
                throw DeploymentError("watch restarts", "\(try watch.count) of \(count) complaints were dispatched")
            }
        }
    }
}
