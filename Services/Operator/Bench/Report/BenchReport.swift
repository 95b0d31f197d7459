/// What a run has found.
struct BenchReport {
    /// Memory of one service after the load of all five, in MiB.
    struct Memory {
        let resident: Double
        let peak: Double
    }

    /// The figures of one round, with so many workers a service.
    struct Round {
        let workers: Int
        var outcomes: [Scenario: ScenarioRun.Outcome] = [:]
        var ceilingPerSecond: Double?
        var latencies: [LatencyRun] = []
        var memory: [String: Memory] = [:]
    }

    let plan: BenchPlan
    let broker: DeployedBroker.Kind
    var rounds: [Round] = []
    /// The median of several starts of each service, in seconds.
    var startSeconds: [String: Double] = [:]
    /// The most memory a service has used until it answered, the median of several starts, in MiB.
    var startPeak: [String: Double] = [:]
    /// What else was measured.
    var findings: [BenchFinding] = []
}
