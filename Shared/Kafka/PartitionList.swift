internal import CRDKafka

/// A list of partitions with offsets, as librdkafka wants it; freed when it goes out of scope.
@safe struct PartitionList: ~Copyable {
    private let pointer: UnsafeMutablePointer<rd_kafka_topic_partition_list_t>

    init(_ positions: some Collection<(TopicPartition, offset: Int64)>) {
        unsafe pointer = rd_kafka_topic_partition_list_new(Int32(positions.count))
        for (place, offset) in positions {
            let element = unsafe rd_kafka_topic_partition_list_add(pointer, place.topic, place.partition)
            unsafe element?.pointee.offset = offset
        }
    }

    /// Partitions whose offsets don't matter.
    init(_ partitions: some Collection<TopicPartition>) {
        // -1001 is librdkafka's "no offset".
        self.init(partitions.map { ($0, offset: Int64(RD_KAFKA_OFFSET_INVALID)) })
    }

    /// Takes over a list that a call has made.
    init(unsafeAdopting pointer: UnsafeMutablePointer<rd_kafka_topic_partition_list_t>) {
        unsafe self.pointer = pointer
    }

    deinit {
        unsafe rd_kafka_topic_partition_list_destroy(pointer)
    }

    /// Lends the list to one call.
    func withPointer<Result>(_ body: (UnsafeMutablePointer<rd_kafka_topic_partition_list_t>) -> Result) -> Result {
        unsafe body(pointer)
    }

    /// What a call wrote into the list: each partition with its offset and its error, if it has one of its own.
    func contents(context: String) -> [(TopicPartition, offset: Int64, error: KafkaError?)] {
        unsafe (0..<Int(pointer.pointee.cnt)).map { index in
            let element = unsafe pointer.pointee.elems[index]
            return unsafe (
                TopicPartition(topic: String(cString: element.topic), partition: element.partition), element.offset,
                KafkaError(element.err, context: context)
            )
        }
    }
}
