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

extension Worker {
    /// How long the group may say nothing before it is asked whether a broker is there, and how often that is asked, in milliseconds.
    private static let brokerTimeout: Int64 = 2_000

    /// The consumer does nothing more, and what it was assigned may be another's already: the lanes are let go at once, or their owners would
    /// take them from each other again and again.
    func consumerFailed(_ error: KafkaError) {
        revoke(lost: true)
        consumer.failed(error, at: clock.monotonicMilliseconds())
        observer.notice(.consumerFailed(reason: consumer.fault ?? error.description))
    }

    /// Builds the consumer again that has failed, after a pause that grows.
    func rebuildConsumer() {
        let monotonic = clock.monotonicMilliseconds()
        guard consumer.wantsRebuilding(at: monotonic) else { return }
        do {
            try log.rejoin()
            consumer.rebuilt()
        } catch {
            consumer.couldNotBeRebuilt(error, at: monotonic)
            observer.notice(.consumerFailed(reason: consumer.deadEnd ?? error.description))
        }
    }

    func noteMove() {
        consumer.moved(at: clock.monotonicMilliseconds())
        observer.notice(.moved)
    }

    /// Asks now and then whether a broker is there while the group gives nothing: one that is frozen keeps its connections, and nobody says that
    /// it is away.
    func lookForBroker() {
        let monotonic = clock.monotonicMilliseconds()
        guard !isAssigned, !isBrokerAway, let since = unassignedSince, monotonic - since >= Self.brokerTimeout,
            monotonic - lastProbe >= Self.brokerTimeout
        else { return }
        lastProbe = monotonic
        if !log.isReachable() { brokerIsAway("no broker answers") }
    }
}
