internal import CRDKafka

/// Reads topics without a group: for watching, looking things up and counting. Owned by one thread.
public final class KafkaReader {
    /// Where reading starts.
    public enum Start: Sendable {
        case beginning
        /// Only what is written from now on.
        case end
        /// The first message of each partition that is not older (milliseconds since 1970).
        case timestamp(milliseconds: Int64)
        /// The message of that offset in each partition; the first where none is named.
        case offsets([TopicPartition: Int64])
        /// So many messages before the end of each partition, or fewer where there are not so many.
        case last(Int)
    }

    /// Ends `next` from any thread.
    public let waker: KafkaWaker
    public let partitions: [TopicPartition]
    private let consumer: Client
    private var topicNames: [String] = []
    /// The partitions whose end has been reached since their last message.
    public private(set) var ended: Set<TopicPartition> = []

    /// - Throws: when the brokers cannot be asked in time, or when one of the topics does not exist.
    public init(_ settings: KafkaSettings, topics: [String], from start: Start, timeoutMilliseconds: Int = 10_000) throws(KafkaError) {
        let waker = try KafkaWaker()
        self.waker = waker
        // A consumer cannot be without a group's name; this one joins none and commits nothing.
        var nameless = settings
        nameless.instanceName = nil
        let properties = nameless.consumerProperties(group: "\(settings.clientID)-reader") + [("enable.partition.eof", "true")]
        consumer = try Client(.consumer, properties: properties, security: settings.security, waker: waker)
        let deadline = Deadline(milliseconds: timeoutMilliseconds)
        let counts = try ClusterMetadata.readOrExplain(from: consumer, timeoutMilliseconds: timeoutMilliseconds).topics
        var partitions: [TopicPartition] = []
        for topic in topics {
            guard let count = counts[topic] else {
                throw KafkaError(code: RD_KAFKA_RESP_ERR_UNKNOWN_TOPIC_OR_PART.rawValue, context: "read the topic \(topic)")
            }
            partitions += (0..<Int32(count)).map { TopicPartition(topic: topic, partition: $0) }
        }
        self.partitions = partitions
        let list = PartitionList(try Self.positions(of: partitions, start, consumer, deadline))
        let answer = unsafe consumer.withHandle { handle in
            unsafe list.withPointer { unsafe rd_kafka_assign(handle, $0) }
        }
        if let error = KafkaError(answer, context: "read \(topics.joined(separator: ", "))") { throw error }
    }

    /// Whether the end of each partition has been reached since its last message.
    public var isAtEnd: Bool { ended.count == partitions.count }

    /// The messages that are there, at most `limit`; waits for the first, for the end of the topics, for `waker` or for the time to pass.
    ///
    /// - Throws: a fatal error, or one that concerns a topic; an outage is waited through.
    public func next(limit: Int = 1000, timeoutMilliseconds: Int) throws(KafkaError) -> [ConsumedMessage] {
        let deadline = Deadline(milliseconds: timeoutMilliseconds)
        while true {
            let wasWoken = waker.takeSignal()
            let wasAtEnd = isAtEnd
            let messages = try drain(limit: limit)
            let hasJustEnded = isAtEnd && !wasAtEnd
            if !messages.isEmpty || hasJustEnded || wasWoken || deadline.hasPassed { return messages }
            waker.sleep(milliseconds: deadline.remainingMilliseconds)
        }
    }

    /// Everything from where reading stands to the end of each partition.
    ///
    /// - Throws: as `next`, and when the end is not reached in time.
    public func readToEnd(timeoutMilliseconds: Int = 30_000) throws(KafkaError) -> [ConsumedMessage] {
        let deadline = Deadline(milliseconds: timeoutMilliseconds)
        var messages: [ConsumedMessage] = []
        while !isAtEnd {
            if deadline.hasPassed { throw KafkaError(code: RD_KAFKA_RESP_ERR__TIMED_OUT.rawValue, context: "read to the end") }
            messages += try next(timeoutMilliseconds: deadline.remainingMilliseconds)
        }
        return messages
    }

    /// The offsets of what each partition has at this moment: the first that is still there, and the end.
    ///
    /// - Throws: when the brokers cannot be asked in time, or refuse.
    public func bounds(timeoutMilliseconds: Int = 10_000) throws(KafkaError) -> [TopicPartition: Range<Int64>] {
        try consumer.bounds(of: partitions, Deadline(milliseconds: timeoutMilliseconds))
    }

    private func drain(limit: Int) throws(KafkaError) -> [ConsumedMessage] {
        var messages: [ConsumedMessage] = []
        while messages.count < limit, let event = consumer.nextEvent() {
            switch event.type {
            case RD_KAFKA_EVENT_FETCH:
                unsafe event.forEachMessage { message in
                    let copy = unsafe ConsumedMessage(copying: message, topics: &topicNames)
                    ended.remove(copy.topicPartition)
                    messages.append(copy)
                }
            case RD_KAFKA_EVENT_ERROR:
                guard let error = event.error(context: "read") else { continue }
                if error.code == RD_KAFKA_RESP_ERR__PARTITION_EOF.rawValue, let place = event.partition {
                    ended.insert(place)
                } else if error.isFatal || (event.partition != nil && !error.isRetriable) {
                    throw error
                }
            default:
                continue
            }
        }
        return messages
    }

    private static func positions(
        of partitions: [TopicPartition], _ start: Start, _ consumer: Client, _ deadline: Deadline
    ) throws(KafkaError) -> [(TopicPartition, offset: Int64)] {
        switch start {
        case .beginning: return partitions.map { ($0, offset: KafkaOffset.beginning) }
        case .offsets(let offsets): return partitions.map { ($0, offset: offsets[$0] ?? KafkaOffset.beginning) }
        case .end:
            let ends = try consumer.offsets(of: partitions, at: KafkaOffset.end, deadline)
            return partitions.map { ($0, offset: ends[$0] ?? KafkaOffset.end) }
        case .last(let count):
            let bounds = try consumer.bounds(of: partitions, deadline)
            return partitions.map { place in
                (place, offset: bounds[place].map { max($0.lowerBound, $0.upperBound - Int64(count)) } ?? KafkaOffset.beginning)
            }
        case .timestamp(let milliseconds):
            let offsets = try consumer.offsets(of: partitions, at: milliseconds, deadline)
            return partitions.map { ($0, offset: offsets[$0] ?? KafkaOffset.end) }
        }
    }
}
