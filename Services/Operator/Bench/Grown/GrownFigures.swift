/// The figures of a grown database beside those of an empty one.
enum GrownFigures {
    typealias Measured = (outcome: ScenarioRun.Outcome, latency: LatencyRun)

    static func finding(complaints: Int, gibibytes: Double, empty: Measured, grown: Measured) -> BenchFinding {
        func both(_ name: String, _ unit: BenchFigure.Unit, _ value: (Measured) -> Double) -> [BenchFigure] {
            let (before, after) = (value(empty), value(grown))
            let ratio = before > 0 ? [BenchFigure("grown.\(name).ratio", after / before, .times)] : []
            return [BenchFigure("grown.\(name).empty", before, unit), BenchFigure("grown.\(name)", after, unit)] + ratio
        }
        return BenchFinding(
            title: "intake and dispatch, \(complaints) complaints in the tables",
            figures: both("throughput", .perSecond) { $0.outcome.perSecond }
                + both("latency.median", .milliseconds) { $0.latency.dispatched.median }
                + both("latency.p99", .milliseconds) { $0.latency.dispatched.p99 }
                + both("cpu.postgresql", .microseconds) { $0.outcome.cpuMicroseconds[ProcessorTimes.database] ?? 0 },
            notes: [
                "Empty: the same database before; ratio: grown divided by empty. Latency at \(grown.latency.rate)/s.",
                "The database takes \(FixedText.of(gibibytes, 1)) GiB.",
            ])
    }
}
