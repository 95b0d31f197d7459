/// The figures of restarts under load.
enum RestartFigures {
    /// One round of restarts: each process once, in good order.
    struct Restarts {
        /// What the complaints took that were sent meanwhile, from sent to dispatched, in milliseconds.
        let waits: Percentiles
        /// From the order to end until the new process is ready, the longest of all, in seconds.
        let slowest: Double
    }

    /// - Parameters:
    ///   - named: the processes keep their names (`group.instance.id`) and with them their places in the group.
    ///   - unnamed: each is a new member.
    static func finding(perSecond: Int, named: Restarts, unnamed: Restarts) -> BenchFinding {
        BenchFinding(
            title: "two intakes and two dispatches are restarted one by one at \(perSecond)/s",
            figures: figures("restart.named", named) + figures("restart.unnamed", unnamed),
            notes: [
                "What complaints took from sent to dispatched while that went on, and how long one restart took until the process was ready. "
                    + "Named: with a group.instance.id for each process, which keeps its lanes for it while it is away."
            ])
    }

    private static func figures(_ name: String, _ restarts: Restarts) -> [BenchFigure] {
        [
            BenchFigure("\(name).median", restarts.waits.median, .milliseconds),
            BenchFigure("\(name).p99", restarts.waits.p99, .milliseconds),
            BenchFigure("\(name).worst", restarts.waits.maximum, .milliseconds),
            BenchFigure("\(name).slowest.seconds", restarts.slowest, .seconds),
        ]
    }
}
