import Kafka

/// What the consumer group gives a worker, and how its consumer fares there.
struct GroupMembership {
    /// What the group gave this worker.
    private(set) var assigned: Set<TopicPartition> = []
    /// Whether it gave anything, be it an empty share, and has not taken it back.
    private(set) var isAssigned = false
    /// Whether it ever did.
    private(set) var hasBeenAssigned = false
    private(set) var consumer: ConsumerHealth
    /// Since when the group has given nothing; `nil` while the worker has a share.
    private var unassignedSince: Int64?
    private var lastProbe: Int64 = 0

    /// How long the group may say nothing before it is asked whether a broker is there, and how often that is asked, in milliseconds.
    private static let quietMilliseconds: Int64 = 2_000

    /// - Parameter pause: the first and the longest before a consumer that has failed is rebuilt, in milliseconds.
    init(pause: ClosedRange<Int64>) {
        consumer = ConsumerHealth(pause)
    }

    // MARK: Shares

    mutating func assign(_ partitions: [TopicPartition]) {
        assigned = Set(partitions)
        isAssigned = true
        hasBeenAssigned = true
        unassignedSince = nil
        consumer.isAssigned()
    }

    mutating func revoke() {
        assigned = []
        isAssigned = false
    }

    /// For how long the group has given nothing, in milliseconds; 0 while it has a share.
    func unassigned(at monotonic: Int64) -> Int64 { isAssigned ? 0 : unassignedSince.map { monotonic - $0 } ?? 0 }

    // MARK: Groups that forget

    /// Where the group forms again and again without this member, or waits for it for good, only another member gets a share. librdkafka has had
    /// cases of it after outages and changes of the coordinator (its issues 2944 and 3396).
    ///
    /// - Parameters:
    ///   - isWellOtherwise: whether nothing else explains that there is no share, such as a broker that is away.
    ///   - limit: how long the group may give nothing, in milliseconds.
    /// - Returns: for how long it has given nothing, where that is too long; the time is counted again then.
    mutating func timeLeftOut(at monotonic: Int64, isWellOtherwise: Bool, limit: Int64) -> Int64? {
        guard !isAssigned, isWellOtherwise, consumer.fault == nil || consumer.isRebuilt else {
            unassignedSince = nil
            return nil
        }
        guard let since = unassignedSince else {
            unassignedSince = monotonic
            return nil
        }
        guard monotonic - since >= limit else { return nil }
        unassignedSince = monotonic
        return monotonic - since
    }

    /// Whether it is time to ask if a broker is there, as the group gives nothing: one that is frozen keeps its connections, and nobody says that it
    /// is away.
    mutating func isProbeDue(at monotonic: Int64, lastAsked: Int64) -> Bool {
        let last = max(lastProbe, lastAsked)
        guard !isAssigned, let since = unassignedSince, monotonic - since >= Self.quietMilliseconds,
            monotonic - last >= Self.quietMilliseconds
        else { return false }
        lastProbe = monotonic
        return true
    }

    // MARK: The consumer

    mutating func consumerFailed(_ error: KafkaError, at monotonic: Int64) { consumer.failed(error, at: monotonic) }

    mutating func consumerRebuilt() { consumer.rebuilt() }

    mutating func consumerCouldNotBeRebuilt(_ error: KafkaError, at monotonic: Int64) {
        consumer.couldNotBeRebuilt(error, at: monotonic)
    }

    /// The lanes were taken from the worker.
    mutating func moved(at monotonic: Int64) { consumer.moved(at: monotonic) }
}
