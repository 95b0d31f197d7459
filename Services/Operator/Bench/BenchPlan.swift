import Foundation

/// What a run measures and how much of it.
struct BenchPlan {
    /// Complaints that are timed in each scenario.
    var events = 60_000
    /// Complaints that go through before the clock starts: from about 40,000 on a broker's compiler has settled.
    var warmUp = 40_000
    /// How long the latency is watched at each rate, in seconds.
    var latencySeconds = 10
    /// Complaints a second while the latency is watched, one rate after the other.
    var rates = [50, 500, 2_000]
    var partitions = 4
    /// Workers a service, one round of all scenarios for each.
    var workers = [1, 2]
    /// What is measured, in this order.
    var parts = BenchPart.standard
    /// How often each service is started to find its start time.
    var starts = 3
    /// How long idle services are watched, in seconds.
    var idleSeconds = 60
    /// Clocks that are armed, how many of them fall due, and within how many seconds: one measurement for each; 0 for all at one instant.
    var clocks = 1_000_000
    var clocksDue = 100_000
    var timersWithin = [60, 0]
    /// Events of a lane that are not confirmed when it is taken.
    var unconfirmed = 100_000
    /// Complaints in the tables of the grown database.
    var grown = 10_000_000
    /// How often two releases are measured in turn.
    var turns = 3

    /// Under a minute: the groups' first rebalances alone take three seconds a scenario on the embedded broker, so there is one round.
    static let quick = BenchPlan(
        events: 4_000, warmUp: 1_000, latencySeconds: 4, rates: [500], workers: [1], idleSeconds: 5, clocks: 20_000, clocksDue: 2_000,
        timersWithin: [5, 0], unconfirmed: 2_000, grown: 50_000)

    /// PostgreSQL as a small production server has it. Durability is not touched: `fsync` and `synchronous_commit` stay on.
    static let databaseSettings = ["shared_buffers": "512MB", "max_wal_size": "4GB"]
    /// How far the production of events may run ahead of the slowest service where the broker forgets: the embedded one keeps 5 MB a partition.
    static let embeddedLead = 5_000
    /// Events handed to the producer at once.
    static let wave = 1_000
    /// After so many seconds without any progress a scenario is given up.
    static let timeoutSeconds = 60.0
}
