import Foundation

/// What a run measures and how much of it.
struct BenchPlan {
    /// Complaints that are timed in each scenario.
    var events = 60_000
    /// Complaints that go through before the clock starts.
    var warmUp = 20_000
    /// How long the latency is watched, in seconds.
    var latencySeconds = 10
    /// Complaints a second while the latency is watched.
    var latencyRate = 500
    var partitions = 4
    /// Workers a service, one round of all scenarios for each.
    var workers = [1, 2]
    /// What is measured, in this order.
    var scenarios = Scenario.allCases
    /// How often each service is started to find its start time.
    var starts = 3

    /// Under a minute: the groups' first rebalances alone take three seconds a scenario on the embedded broker, so there is one round.
    static let quick = BenchPlan(events: 4_000, warmUp: 1_000, latencySeconds: 4, workers: [1])

    /// PostgreSQL as a small production server has it. Durability is not touched: `fsync` and `synchronous_commit` stay on.
    static let databaseSettings = ["shared_buffers": "512MB", "max_wal_size": "4GB"]
    /// How far the production of events may run ahead of the slowest service where the broker forgets: the embedded one keeps 5 MB a partition.
    static let embeddedLead = 5_000
    /// Events handed to the producer at once.
    static let wave = 1_000
    /// After so many seconds without any progress a scenario is given up.
    static let timeoutSeconds = 60.0
}
