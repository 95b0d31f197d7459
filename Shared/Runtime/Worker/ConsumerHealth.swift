import Kafka

/// How the consumer of a worker is doing in its group: whether it has failed for good and is to be rebuilt, and how often it loses its lanes.
struct ConsumerHealth {
    /// Why the last one failed, until another has a share.
    private(set) var fault: String?
    /// Whether another has taken the place of the one that failed.
    private(set) var isRebuilt = false
    /// Why no other could be built, which no waiting mends.
    private(set) var deadEnd: String?
    private var backoff: Backoff
    private var lastFailure: Int64?
    /// When the lanes were taken from the worker, oldest first, as far as it counts.
    private var moves: [Int64] = []

    /// After how long without a failure the next one counts as the first again, in milliseconds.
    private static let calm: Int64 = 600_000
    /// Over how long moves are counted, in milliseconds.
    private static let minute: Int64 = 60_000

    init(_ pause: ClosedRange<Int64>) {
        backoff = Backoff(pause)
    }

    mutating func failed(_ error: KafkaError, at monotonic: Int64) {
        if lastFailure.map({ monotonic - $0 > Self.calm }) ?? true { backoff.succeeded() }
        lastFailure = monotonic
        fault = error.isNameTaken ? "another member of its group has taken its group.instance.id (\(error))" : error.description
        isRebuilt = false
        backoff.failed(at: monotonic)
    }

    /// Whether it is time to build another.
    func wantsRebuilding(at monotonic: Int64) -> Bool { fault != nil && !isRebuilt && backoff.mayTry(at: monotonic) }

    mutating func rebuilt() {
        isRebuilt = true
        deadEnd = nil
    }

    mutating func couldNotBeRebuilt(_ error: KafkaError, at monotonic: Int64) {
        deadEnd = "Kafka's client has failed and cannot be rebuilt: \(error)"
        backoff.failed(at: monotonic)
    }

    /// The group has given it a share.
    mutating func isAssigned() {
        if isRebuilt { fault = nil }
    }

    mutating func moved(at monotonic: Int64) {
        moves.removeAll { monotonic - $0 > Self.minute }
        moves.append(monotonic)
    }

    /// That the lanes were taken from it too often in the last minute; `nil` where they were not.
    func instability(at monotonic: Int64, limit: Int) -> String? {
        let count = moves.count { monotonic - $0 <= Self.minute }
        return count > limit ? "its lanes were taken from it \(count) times in the last minute; see Ops/runbooks/fenced-often.md" : nil
    }
}
