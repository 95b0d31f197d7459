/// The middle, the tail and the worst of many measurements.
struct Percentiles: Equatable {
    let median: Double
    let p95: Double
    let p99: Double
    let maximum: Double

    /// By nearest rank; all zero where there are no measurements.
    init(_ measurements: [Double]) {
        let sorted = measurements.sorted()
        func rank(_ percent: Int) -> Double {
            guard !sorted.isEmpty else { return 0 }
            return sorted[max(0, (sorted.count * percent + 99) / 100 - 1)]
        }
        median = rank(50)
        p95 = rank(95)
        p99 = rank(99)
        maximum = rank(100)
    }
}
