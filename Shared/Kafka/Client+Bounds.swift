internal import CRDKafka

extension Client {
    /// Where partitions begin and end now. The end is looked up rather than left to the first fetch, which may come after a write that the caller
    /// has every right to see.
    ///
    /// `rd_kafka_query_watermark_offsets` would ask for each partition by itself, and waits as long as a broker that has taken the question leaves it
    /// unanswered, whatever time it was given.
    func bounds(of places: [TopicPartition], _ deadline: Deadline) throws(KafkaError) -> [TopicPartition: Range<Int64>] {
        let first = try offsets(of: places, at: KafkaOffset.beginning, deadline)
        return try offsets(of: places, at: KafkaOffset.end, deadline).reduce(into: [:]) { bounds, end in
            let low = first[end.key] ?? end.value
            bounds[end.key] = low..<max(low, end.value)
        }
    }

    /// The first message of each partition that is not older (milliseconds since 1970), or its beginning or end.
    func offsets(
        of places: [TopicPartition], at moment: Int64, _ deadline: Deadline
    ) throws(KafkaError) -> [TopicPartition: Int64] {
        guard !places.isEmpty else { return [:] }
        let context = "look up offsets"
        let list = PartitionList(places.map { ($0, offset: moment) })
        let answer = unsafe withHandle { handle in
            unsafe list.withPointer { unsafe rd_kafka_offsets_for_times(handle, $0, Int32(clamping: deadline.remainingMilliseconds)) }
        }
        if let error = KafkaError(answer, context: context) { throw error }
        var offsets: [TopicPartition: Int64] = [:]
        for (place, offset, error) in list.contents(context: context) {
            if let error { throw error }
            offsets[place] = offset
        }
        return offsets
    }
}
