internal import CRDKafka

extension Client {
    /// Where a partition begins and ends now. The end is looked up rather than left to the first fetch, which may come after a write that the
    /// caller has every right to see.
    func bounds(of place: TopicPartition, _ deadline: Deadline) throws(KafkaError) -> Range<Int64> {
        var (low, high): (Int64, Int64) = (0, 0)
        let answer = unsafe withHandle { handle in
            unsafe rd_kafka_query_watermark_offsets(
                handle, place.topic, place.partition, &low, &high, Int32(clamping: deadline.remainingMilliseconds))
        }
        if let error = KafkaError(answer, context: "find the end of \(place)") { throw error }
        return low..<max(low, high)
    }
}
