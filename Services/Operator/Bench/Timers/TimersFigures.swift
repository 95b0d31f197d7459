/// The figures of clocks that fell due.
enum TimersFigures {
    static func finding(_ arrivals: ClockArrivals, _ clocks: ArmedClocks, used: [String: Double]) -> BenchFinding {
        let isBurst = clocks.withinSeconds == 0
        let name = isBurst ? "timers.burst" : "timers.within\(clocks.withinSeconds)"
        let late = arrivals.lateness
        let processes = used.sorted { $0.key < $1.key }.filter { $0.key != ProcessorTimes.bench }.map {
            BenchFigure("\(name).cpu.\($0.key)", $0.value, .microseconds)
        }
        return BenchFinding(
            title: "\(clocks.dueSoon) of \(clocks.count) clocks due " + (isBurst ? "at one instant" : "within \(clocks.withinSeconds) s"),
            figures: [
                BenchFigure("\(name).late.median", late.median, .seconds), BenchFigure("\(name).late.p99", late.p99, .seconds),
                BenchFigure("\(name).late.worst", late.maximum, .seconds),
                BenchFigure("\(name).throughput", arrivals.perSecond, .perSecond),
            ] + processes,
            notes: [
                "Late: from when a clock was due until an independent reader had its alert from the topic, so with the commit and the broker."
            ])
    }
}
