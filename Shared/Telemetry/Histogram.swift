import Synchronization

/// How often values fell into which range, such as the seconds that batches took.
public final class Histogram: Sendable {
    /// What was observed so far, all parts of one moment.
    struct Snapshot {
        /// How many values lie in each range; the last range has no upper bound.
        var counts: [UInt64]
        var sum = 0.0
    }

    /// Upper bounds from 1 ms to 60 s, for durations of one piece of work.
    public static let secondsBuckets: [Double] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60]
    /// Upper bounds from 1 ms to a day, for what comes after its time: an alert that asks for more than a bound needs one beyond it.
    public static let latenessBuckets: [Double] = secondsBuckets + [120, 300, 600, 1800, 3600, 21_600, 86_400]
    /// Upper bounds from 1 to 10,000, for sizes of batches.
    public static let countBuckets: [Double] = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000]

    let bounds: [Double]
    private let state: Mutex<Snapshot>

    /// - Parameter bounds: the upper bounds of the ranges, rising, each belonging to its range.
    init(bounds: [Double]) {
        precondition(zip(bounds, bounds.dropFirst()).allSatisfy { $0 < $1 } && bounds.allSatisfy(\.isFinite), "the bounds do not rise")
        self.bounds = bounds
        state = Mutex(Snapshot(counts: Array(repeating: 0, count: bounds.count + 1)))
    }

    var snapshot: Snapshot { state.withLock { $0 } }

    /// The number of values observed so far.
    public var count: Int { Int(snapshot.counts.reduce(0, +)) }

    /// Takes one value in; what is not a number is left out.
    public func observe(_ value: Double) {
        guard !value.isNaN else { return }
        let index = bounds.firstIndex { value <= $0 } ?? bounds.count
        state.withLock {
            $0.counts[index] += 1
            $0.sum += value
        }
    }

    /// Takes one span of time in, in seconds.
    public func observe(_ duration: Duration) {
        let (seconds, attoseconds) = duration.components
        observe(Double(seconds) + Double(attoseconds) / 1e18)
    }
}
