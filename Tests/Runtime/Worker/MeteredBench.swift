import Fakes
import Telemetry

@testable import Runtime

/// A bench whose worker is measured as that of a service is: what the alerts look at.
final class MeteredBench {
    let bench: WorkerBench
    private let metrics = Metrics()
    private var gauges: LaneGauges

    init(_ configure: (inout WorkerSettings) -> Void = { _ in }) {
        bench = WorkerBench(configure)
        gauges = LaneGauges(metrics: metrics, worker: 0)
        bench.observer.next = TelemetryObserver(metrics: metrics, logger: .silent)
    }

    func run(steps: Int = 40) {
        bench.run(steps: steps)
        gauges.show(bench.status())
    }

    /// Steps without the broker taking anything.
    func runUnconfirmed(steps: Int = 40) {
        for _ in 0..<steps { bench.worker.step(waitMilliseconds: 0) }
        gauges.show(bench.status())
    }

    /// All that `/metrics` shows.
    var rendered: String { metrics.render() }

    /// What a metric shows, added up over its series; 0 where it has none.
    subscript(name: String) -> Double {
        metrics.render().split(separator: "\n").reduce(0) { sum, line in
            guard line.hasPrefix("\(name) ") || line.hasPrefix("\(name){") else { return sum }
            return sum + (line.split(separator: " ").last.flatMap { Double($0) } ?? 0)
        }
    }
}
