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
