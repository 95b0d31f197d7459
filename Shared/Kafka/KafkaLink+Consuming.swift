internal import CRDKafka

extension KafkaLink {
    /// Answers `.assigned`: starts reading each partition at its offset (`KafkaOffset.beginning` for the start).
    public func assign(_ positions: [(TopicPartition, offset: Int64)]) throws(KafkaError) {
        let list = PartitionList(positions)
        unsafe try check("assign partitions", list) { unsafe rd_kafka_assign($0, $1) }
    }

    /// Answers `.revoked`: reads nothing any more. Messages still in the queue are dropped.
    public func unassign() throws(KafkaError) {
        let answer = unsafe consumer.withHandle { unsafe rd_kafka_assign($0, nil) }
        if let error = KafkaError(answer, context: "give partitions back") { throw error }
    }

    /// Goes on reading assigned partitions elsewhere; nothing fetched before is delivered after this.
    public func seek(_ positions: [(TopicPartition, offset: Int64)], timeoutMilliseconds: Int = 5000) throws(KafkaError) {
        let list = PartitionList(positions)
        let answer = unsafe consumer.withHandle { handle in
            unsafe list.withPointer { pointer in
                unsafe KafkaError.taking(rd_kafka_seek_partitions(handle, pointer, Int32(clamping: timeoutMilliseconds)), context: "seek")
            }
        }
        if let error = answer ?? list.firstError(context: "seek") { throw error }
    }

    /// Stops delivery of these partitions, until `resume`; poll all the same.
    public func pause(_ partitions: [TopicPartition]) throws(KafkaError) {
        let list = PartitionList(partitions)
        unsafe try check("pause partitions", list) { unsafe rd_kafka_pause_partitions($0, $1) }
        if let error = list.firstError(context: "pause") { throw error }
    }

    /// Goes on delivering paused partitions, with the message after the last one delivered.
    public func resume(_ partitions: [TopicPartition]) throws(KafkaError) {
        let list = PartitionList(partitions)
        unsafe try check("resume partitions", list) { unsafe rd_kafka_resume_partitions($0, $1) }
        if let error = list.firstError(context: "resume") { throw error }
    }

    /// Tells the group how far we are (the offset of the next message to read), as a courtesy to tools that show lag. Waits for no answer and
    /// heeds none: the truth is kept elsewhere.
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

    /// How many partitions a topic has, asked of the brokers; `nil`: there is no such topic.
    public func partitionCount(of topic: String, timeoutMilliseconds: Int) throws(KafkaError) -> Int? {
        try ClusterMetadata.read(from: consumer, timeoutMilliseconds: timeoutMilliseconds).topics[topic]
    }

    private func check(
        _ context: String, _ list: borrowing PartitionList,
        _ call: (OpaquePointer, UnsafeMutablePointer<rd_kafka_topic_partition_list_t>) -> rd_kafka_resp_err_t
    ) throws(KafkaError) {
        let answer = unsafe consumer.withHandle { handle in
            unsafe list.withPointer { unsafe call(handle, $0) }
        }
        if let error = KafkaError(answer, context: context) { throw error }
    }
}

extension PartitionList {
    /// The first error that a call left with one of the partitions.
    fileprivate func firstError(context: String) -> KafkaError? {
        for (place, _, error) in contents(context: context) {
            if let error { return KafkaError(code: error.code, context: "\(context) \(place)") }
        }
        return nil
    }
}
