import Kafka

/// What has become of a partition whose messages do not come as they were to come.
struct PartitionCheck {
    let log: any MessageLog
    let place: TopicPartition

    /// A partition that ends before what was read of it is another one: what it brings from now on could not be told from what was read.
    ///
    /// - Returns: why nothing is to be taken any more; `nil` where it is still the same.
    func fault(readTo next: Int64) throws(KafkaError) -> String? {
        guard let seen = log.endOffset(of: place), seen < next else { return nil }
        let end = try log.bounds(of: place).upperBound
        guard end < next else { return nil }
        return
            "\(place) ends at offset \(end), and this service has read it to \(next): the topic was re-created or has lost messages; nothing "
            + "is taken. See Ops/runbooks/messages-missed.md"
    }

    /// How many messages Kafka deleted before they were read, between what was to come and what has come.
    func missed(from expected: Int64, to offset: Int64) throws(KafkaError) -> Int64 {
        max(0, min(try log.bounds(of: place).lowerBound, offset) - expected)
    }
}
