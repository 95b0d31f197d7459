internal import CRDKafka

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
