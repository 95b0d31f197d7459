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

/// The middle of a few values, of which each counts: of an even number the mean of the two in the middle.
enum Middle {
    /// 0 where there is none.
    static func of(_ values: [Double]) -> Double {
        guard !values.isEmpty else { return 0 }
        let sorted = values.sorted()
        let half = sorted.count / 2
        return sorted.count.isMultiple(of: 2) ? (sorted[half - 1] + sorted[half]) / 2 : sorted[half]
    }
}

/// When anything was last seen to move.
struct Movement {
    /// The moment of the last change.
    private(set) var last: ContinuousClock.Instant
    private var produced = 0
    private var counts: [Int] = []
    private var taken: [String: [String: Int]] = [:]

    init(at start: ContinuousClock.Instant) {
        last = start
    }

    /// More was sent.
    mutating func see(_ produced: Int, at now: ContinuousClock.Instant) {
        if produced != self.produced { last = now }
        self.produced = produced
    }

    /// What the topics hold and, where it was looked at, what the services have taken.
    mutating func see(_ counts: [Int], _ taken: [String: [String: Int]]?, at now: ContinuousClock.Instant) {
        if counts != self.counts || (taken ?? self.taken) != self.taken { last = now }
        self.counts = counts
        self.taken = taken ?? self.taken
    }
}
