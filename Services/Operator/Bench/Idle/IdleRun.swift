/// What the five services and their servers use while nothing happens.
///
/// Nothing of the bench is connected to the servers meanwhile.
struct IdleRun {
    let plan: BenchPlan
    let ground: BenchGround

    /// How long the groups' rebalances and the first looks are left to settle, in seconds.
    private static let settleSeconds = 10.0

    func measure() throws -> BenchFinding {
        let deployment = ground.deployment
        deployment.stopServices()
        try deployment.broker.emptyTopics()
        try deployment.makeDatabase(ground.nextDatabase())
        ground.wait(seconds: Self.settleSeconds)
        ground.say("idle servers alone for \(plan.idleSeconds) s")
        let alone = try shares()
        try deployment.start()
        ground.wait(seconds: Self.settleSeconds)
        ground.say("five idle services for \(plan.idleSeconds) s")
        let together = try shares()
        try deployment.checkServices()
        let memory = deployment.services.compactMap { service in
            ProcessTable.memory(of: service.processIdentifier).map { BenchFigure("idle.\(service.name).memory", $0.peak, .mebibytes) }
        }
        try ground.clear()
        return IdleFigures.finding(alone: alone, together: together, memory: memory, seconds: plan.idleSeconds)
    }

    private func shares() throws -> [String: Double] {
        let start = ContinuousClock.now
        let before = try ProcessorTimes.now(of: ground.deployment)
        ground.wait(seconds: Double(plan.idleSeconds))
        let after = try ProcessorTimes.now(of: ground.deployment)
        return after.shares(since: before, seconds: (.now - start) / .seconds(1))
    }
}
