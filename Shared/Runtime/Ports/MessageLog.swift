public import Contracts
public import Kafka

/// The broker as a worker sees it: one consumer and one producer, owned by the worker's thread.
public protocol MessageLog: AnyObject {
    /// Waits until something is there or the time is up, then takes what is there: at most `limit` messages.
    func poll(limit: Int, timeoutMilliseconds: Int) -> LogPoll

    /// Reads these partitions from there (-2 is the beginning), and no others. It answers an assignment, and may be called again while that lasts:
    /// with fewer or none to rest, and with all of them to go on. Nothing from the start on is passed over that is still there; what lies before
    /// it, or has come already, may come as well: an earlier start from the beginning may take effect late. A start that is not in the partition
    /// any more, or beyond its end, is the first message that it has.
    func assign(_ positions: [StartPosition]) throws(KafkaError)

    /// Answers a revocation.
    func unassign() throws(KafkaError)

    /// Joins the group as another member: nothing is assigned until it says so, and nothing of the former member comes any more.
    func rejoin() throws(KafkaError)

    /// Hands messages to the producer, in order.
    /// - Returns: how many it took; the rest must be offered again later.
    func send(_ messages: [ProducedMessage]) throws(KafkaError) -> Int

    /// Drops whatever the producer still holds; what the broker has already taken stays taken.
    func purge() throws(KafkaError)

    /// Tells the broker how far the group is: a courtesy for lag tools.
    func publishProgress(_ positions: [StartPosition])

    /// Whether a broker answers: asks, and waits a moment for the answer.
    func isReachable() -> Bool

    /// The number of partitions; `nil` where there is no such topic.
    func partitionCount(of topic: String) throws(KafkaError) -> Int?

    /// The offset after the last message of a partition; `nil` while unknown.
    func endOffset(of partition: TopicPartition) -> Int64?

    /// The offsets a partition has at this moment: the first that is still there, and the end. Asks, and waits for the answer.
    func bounds(of partition: TopicPartition) throws(KafkaError) -> Range<Int64>

    /// The last messages of each partition of the topics, at most `count` each; the topics must be there.
    func last(_ count: Int, of topics: [String]) throws(KafkaError) -> [ConsumedMessage]

    /// Waits until all that was sent is confirmed, at most so long.
    func flush(timeoutMilliseconds: Int) -> [DeliveryReport]

    /// Leaves the group and closes both ends.
    func close()
}

/// Where to start reading a partition.
public struct StartPosition: Hashable, Sendable {
    public let partition: TopicPartition
    public let offset: Int64

    public init(_ partition: TopicPartition, offset: Int64) {
        self.partition = partition
        self.offset = offset
    }

    /// The first message the broker still has.
    public static let beginning: Int64 = -2
}

/// What one wait brought.
public struct LogPoll: Sendable {
    public var events: [ConsumerEvent]
    public var reports: [DeliveryReport]

    public init(events: [ConsumerEvent] = [], reports: [DeliveryReport] = []) {
        self.events = events
        self.reports = reports
    }
}

/// The headers of a message, as events are read from them and written to them.
extension MessageHeaders: EventHeaders, EventHeaderWriter {}
