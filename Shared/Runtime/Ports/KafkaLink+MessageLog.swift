public import Kafka

/// librdkafka as the worker's message log.
extension KafkaLink: MessageLog {
    public func poll(limit: Int, timeoutMilliseconds: Int) -> LogPoll {
        let (events, reports) = poll(limit: limit, timeoutMilliseconds: timeoutMilliseconds) as ([ConsumerEvent], [DeliveryReport])
        return LogPoll(events: events, reports: reports)
    }

    public func assign(_ positions: [StartPosition]) throws(KafkaError) {
        try assign(positions.map { ($0.partition, offset: $0.offset) })
    }

    public func send(_ messages: [ProducedMessage]) throws(KafkaError) -> Int {
        let failures: [SendFailure] = send(messages)
        if let first = failures.first, !first.error.isQueueFull { throw first.error }
        return messages.count - failures.count
    }

    public func publishProgress(_ positions: [StartPosition]) {
        commit(positions.map { ($0.partition, $0.offset) })
    }

    public func isReachable() -> Bool {
        do {
            // Any name will do: the brokers answer with all topics.
            _ = try partitionCount(of: "", timeoutMilliseconds: 500)
            return true
        } catch {
            return false
        }
    }

    public func partitionCount(of topic: String) throws(KafkaError) -> Int? {
        try partitionCount(of: topic, timeoutMilliseconds: 5_000)
    }

    public func endOffset(of partition: TopicPartition) -> Int64? {
        highWatermark(partition)
    }

    public func bounds(of partition: TopicPartition) throws(KafkaError) -> Range<Int64> {
        try bounds(of: partition, timeoutMilliseconds: 5_000)
    }

    public func last(_ count: Int, of topics: [String]) throws(KafkaError) -> [ConsumedMessage] {
        try last(count, of: topics, timeoutMilliseconds: 10_000)
    }

    public func flush(timeoutMilliseconds: Int) -> [DeliveryReport] {
        let _: Bool = flush(timeoutMilliseconds: timeoutMilliseconds)
        return (poll(limit: 1, timeoutMilliseconds: 0) as LogPoll).reports
    }

    public func close() {
        close(timeoutMilliseconds: 10_000)
    }
}
