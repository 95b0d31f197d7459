internal import CRDKafka

/// One consumer of a group and one producer, owned by one thread; one wait serves both.
///
/// The thread calls `poll` again and again, even when it reads nothing, and answers `.assigned` with `assign` and `.revoked`
/// with `unassign`. Offsets are the caller's to keep. Letting go of a link without `close` is like a crash: the group notices by time-out.
public final class KafkaLink {
    /// Ends a poll from any thread.
    public let waker: KafkaWaker

    private(set) var consumer: Client
    let producer: Producer
    private var settings: KafkaSettings
    private let group: String
    private let subscription: [String]
    private var topicNames: [String] = []
    private var isClosed = false
    private var refill = Refill()
    /// Whether the consumer's fatal error has been told.
    private var hasFailed = false

    /// How long one wait may last before the queue is looked at again, which tells librdkafka that we are alive (`max.poll.interval.ms`).
    private static let longestWaitMilliseconds = 2000

    /// Joins `group` for `topics`; brokers need not be reachable yet.
    ///
    /// - Throws: an error naming the property that librdkafka refuses, or the subscription it refuses.
    public init(_ settings: KafkaSettings, group: String, topics: [String]) throws(KafkaError) {
        waker = try KafkaWaker()
        self.settings = settings
        (self.group, subscription) = (group, topics)
        consumer = try Self.member(of: group, topics, settings, waker)
        producer = try Producer(settings, isGapless: true, waker: waker)
    }

    private static func member(
        of group: String, _ topics: [String], _ settings: KafkaSettings, _ waker: KafkaWaker
    ) throws(KafkaError) -> Client {
        let consumer = try Client(
            .consumer, properties: settings.consumerProperties(group: group), security: settings.security, waker: waker)
        let subscription = PartitionList(topics.map { TopicPartition(topic: $0, partition: -1) })
        let refused = unsafe consumer.withHandle { handle in
            unsafe subscription.withPointer { unsafe rd_kafka_subscribe(handle, $0) }
        }
        if let error = KafkaError(refused, context: "subscribe to \(topics.joined(separator: ", "))") { throw error }
        return consumer
    }

    /// Joins the group as another member, as if the process had been restarted; the producer stays. The former member leaves in its own time.
    ///
    /// One whose `group.instance.id` was taken by another joins without one: under the same name they would take it from each other forever.
    public func rejoin() throws(KafkaError) {
        let former = consumer
        if former.fatalError?.isNameTaken == true { settings.instanceName = nil }
        consumer = try Self.member(of: group, subscription, settings, waker)
        hasFailed = false
        former.leaveGroup(deadline: Deadline(milliseconds: 0))
    }

    /// Blocks until something is there, the time is over or `waker` was signalled; then takes what is there without blocking.
    ///
    /// - Parameters:
    ///   - limit: how many messages at most; at least 1.
    ///   - timeoutMilliseconds: 0 takes what is there at this moment.
    /// - Returns: the events in order, at most one rebalance and that last; and what became of messages sent.
    public func poll(limit: Int, timeoutMilliseconds: Int) -> (events: [ConsumerEvent], reports: [DeliveryReport]) {
        let deadline = Deadline(milliseconds: timeoutMilliseconds)
        while true {
            let wasWoken = waker.takeSignal()
            var events = drainProducer()
            drainConsumer(limit: limit, into: &events)
            let reports = producer.takeReports()
            if !events.isEmpty || !reports.isEmpty || wasWoken || deadline.hasPassed { return (events, reports) }
            waker.sleep(milliseconds: min(deadline.remainingMilliseconds, Self.longestWaitMilliseconds))
        }
    }

    /// The last messages of each partition of the topics, at most so many each, read without the group; the topics must be there.
    ///
    /// - Throws: when the brokers cannot be asked in time, or refuse.
    public func last(_ count: Int, of topics: [String], timeoutMilliseconds: Int) throws(KafkaError) -> [ConsumedMessage] {
        guard !topics.isEmpty else { return [] }
        return try KafkaReader(settings, topics: topics, from: .last(count), timeoutMilliseconds: timeoutMilliseconds)
            .readToEnd(timeoutMilliseconds: timeoutMilliseconds)
    }

    /// Sends what is still queued, leaves the group and ends both clients' work, each step within its time.
    ///
    /// Settle what belongs to the partitions before: the group gives them away in here, and no `.revoked` event comes.
    /// - Returns: the reports that came in meanwhile.
    @discardableResult
    public func close(timeoutMilliseconds: Int = 10_000) -> [DeliveryReport] {
        guard !isClosed else { return [] }
        isClosed = true
        _ = producer.flush(deadline: Deadline(milliseconds: timeoutMilliseconds))
        consumer.leaveGroup(deadline: Deadline(milliseconds: timeoutMilliseconds))
        _ = drainProducer()
        return producer.takeReports()
    }

    private func drainProducer() -> [ConsumerEvent] {
        producer.drain()
        return producer.takeEvents()
    }

    private func drainConsumer(limit: Int, into events: inout [ConsumerEvent]) {
        var messages = 0
        defer { if refill.isDue(waiting: consumer.waiting, limit: limit) { consumer.wakeReaders() } }
        while messages < limit, let event = consumer.nextEvent() {
            switch event.type {
            case RD_KAFKA_EVENT_FETCH:
                unsafe event.forEachMessage { message in
                    unsafe append(message, to: &events)
                    messages += 1
                }
            case RD_KAFKA_EVENT_REBALANCE:
                guard let rebalance = rebalance(from: event) else { continue }
                events.append(rebalance)
                if case .error = rebalance { continue }
                // Nothing more can come until it is answered, and the caller should see it at once.
                return
            default:
                guard let told = ConsumerEvent(event, context: "consumer") else { continue }
                if case .error = told, let fatal = consumer.fatalError {
                    if !hasFailed { events.append(.consumerFailed(fatal)) }
                    hasFailed = true
                } else {
                    events.append(told)
                }
            }
        }
    }

    private func append(_ message: UnsafePointer<rd_kafka_message_t>, to events: inout [ConsumerEvent]) {
        if let error = unsafe KafkaError(message.pointee.err, context: "consume") {
            events.append(.error(error))
        } else {
            unsafe refill.took(bytes: message.pointee.len)
            unsafe events.append(.message(ConsumedMessage(copying: message, topics: &topicNames)))
        }
    }

    /// Turns a rebalance into what the caller must answer; one that failed is answered here, with an empty assignment.
    private func rebalance(from event: borrowing Event) -> ConsumerEvent? {
        guard let outcome = event.error(context: "rebalance") else { return nil }
        switch outcome.code {
        case RD_KAFKA_RESP_ERR__ASSIGN_PARTITIONS.rawValue:
            return .assigned(event.partitions.sorted())
        case RD_KAFKA_RESP_ERR__REVOKE_PARTITIONS.rawValue:
            let isLost = unsafe consumer.withHandle { unsafe rd_kafka_assignment_lost($0) != 0 }
            return .revoked(event.partitions.sorted(), lost: isLost)
        default:
            _ = unsafe consumer.withHandle { unsafe rd_kafka_assign($0, nil) }
            return .error(outcome)
        }
    }
}

extension KafkaLink {
    /// Answers `.assigned`, and may be called again at any time while assigned: reads these partitions, each from its offset
    /// (`KafkaOffset.beginning` for the start), and no others. Nothing fetched before is delivered after this.
    ///
    /// To rest, assign fewer or none, and assign again later: the group counts them as ours all the while. librdkafka's pause and resume are
    /// not used. A resume that meets a start in progress can leave a partition silent for good, as each may take effect under the other's
    /// older version, and whatever is then fetched counts as outdated (librdkafka issue 5591).
    public func assign(_ positions: [(TopicPartition, offset: Int64)]) throws(KafkaError) {
        let list = PartitionList(positions)
        let answer = unsafe consumer.withHandle { handle in
            unsafe list.withPointer { unsafe rd_kafka_assign(handle, $0) }
        }
        if let error = KafkaError(answer, context: "assign partitions") { throw error }
    }

    /// Answers `.revoked`: reads nothing any more. Messages still in the queue are dropped.
    public func unassign() throws(KafkaError) {
        let answer = unsafe consumer.withHandle { unsafe rd_kafka_assign($0, nil) }
        if let error = KafkaError(answer, context: "give partitions back") { throw error }
    }

    /// Tells the group how far we are (the offset of the next message to read), as a courtesy to tools that show lag. Waits for no answer and
    /// respects none: the truth is kept elsewhere.
    public func commit(_ offsets: [(TopicPartition, Int64)]) {
        guard !offsets.isEmpty else { return }
        let list = PartitionList(offsets.map { ($0.0, offset: $0.1) })
        unsafe consumer.withHandle { handle in
            unsafe list.withPointer { _ = unsafe rd_kafka_commit(handle, $0, 1) }
        }
    }

    /// The offset that the next message written to the partition will get, as the last fetch told; `nil` before the first fetch.
    public func highWatermark(_ place: TopicPartition) -> Int64? {
        unsafe consumer.withHandle { handle in
            var (low, high): (Int64, Int64) = (0, 0)
            let answer = unsafe rd_kafka_get_watermark_offsets(handle, place.topic, place.partition, &low, &high)
            return answer == RD_KAFKA_RESP_ERR_NO_ERROR && high >= 0 ? high : nil
        }
    }

    /// The offsets that a partition has at this moment: the first that is still there, and the end; asked of the brokers.
    public func bounds(of place: TopicPartition, timeoutMilliseconds: Int) throws(KafkaError) -> Range<Int64> {
        guard let bounds = try consumer.bounds(of: [place], Deadline(milliseconds: timeoutMilliseconds))[place] else {
            throw KafkaError(code: RD_KAFKA_RESP_ERR_UNKNOWN_TOPIC_OR_PART.rawValue, context: "find the end of \(place)")
        }
        return bounds
    }

    /// How many partitions a topic has, asked of the brokers; `nil`: there is no such topic.
    public func partitionCount(of topic: String, timeoutMilliseconds: Int) throws(KafkaError) -> Int? {
        try ClusterMetadata.read(from: consumer, timeoutMilliseconds: timeoutMilliseconds).topics[topic]
    }
}

extension KafkaLink {
    /// Queues messages in order; delivery is reported by a later `poll`.
    ///
    /// The first that is refused stops the rest, since nothing may overtake it: a full queue (`isQueueFull`; send the rest again once reports
    /// have come in), a message too large, a producer that has failed.
    /// - Returns: those not queued, in their order; empty when all were.
    public func send(_ messages: [ProducedMessage]) -> [SendFailure] {
        producer.send(messages)
    }

    /// Waits until each message sent has its report; the reports come with the next `poll`.
    ///
    /// - Returns: whether none is outstanding any more.
    public func flush(timeoutMilliseconds: Int) -> Bool {
        producer.flush(deadline: Deadline(milliseconds: timeoutMilliseconds))
    }

    /// Drops what is queued and in flight and builds the producer again; after this no report of an earlier message comes.
    ///
    /// Whether what was in flight arrived is unknown: send it again, and let readers drop what they have seen.
    public func purge() throws(KafkaError) {
        try producer.rebuild()
    }

    /// How many messages have been sent and not yet been reported.
    public var outstandingMessages: Int { producer.outstanding }
}
