public import Foundation
public import Kafka

/// Topics in memory, and one consumer group whose partitions the test hands out.
public final class MemoryBroker {
    public struct Record {
        public let key: Data?
        public let value: Data?
        public let headers: [(name: String, value: Data?)]

        public init(key: Data?, value: Data?, headers: [(name: String, value: Data?)]) {
            self.key = key
            self.value = value
            self.headers = headers
        }
    }

    public private(set) var records: [TopicPartition: [Record]] = [:]
    public private(set) var partitionCounts: [String: Int]

    public init(topics: [String: Int]) {
        partitionCounts = topics
    }

    /// The first offset that is still there; 0 where nothing was deleted.
    private var starts: [TopicPartition: Int64] = [:]

    /// Deletes the messages before an offset, as retention does.
    public func delete(_ place: TopicPartition, before offset: Int64) { starts[place] = offset }

    /// Deletes the topic and makes it again.
    public func recreate(topic: String) {
        for place in records.keys where place.topic == topic { (records[place], starts[place]) = ([], 0) }
    }

    public func bounds(of place: TopicPartition) -> Range<Int64> { (starts[place] ?? 0)..<Int64(records[place]?.count ?? 0) }

    public func create(topic: String, partitions: Int) {
        partitionCounts[topic] = partitions
    }

    /// Puts a message where murmur2 of its key puts it, or in the partition given.
    @discardableResult
    public func append(
        topic: String, partition: Int32? = nil, key: Data?, value: Data?, headers: [(name: String, value: Data?)]
    ) -> (TopicPartition, offset: Int64) {
        let right = Murmur2.partition(of: key ?? Data(), count: partitionCounts[topic] ?? 1)
        let place = TopicPartition(topic: topic, partition: partition ?? right)
        records[place, default: []].append(Record(key: key, value: value, headers: headers))
        count += 1
        return (place, Int64((records[place]?.count ?? 1) - 1))
    }

    /// How many messages there are in all.
    public private(set) var count = 0

    public func messages(of topic: String) -> [ConsumedMessage] {
        records.filter { $0.key.topic == topic }.sorted { $0.key < $1.key }.flatMap { place, records in
            records.enumerated().map { message($0.element, at: place, offset: Int64($0.offset)) }
        }
    }

    /// At most so many messages of a partition; from the first it has, where the offset lies outside of it.
    public func read(_ place: TopicPartition, from wanted: Int64, limit: Int) -> [ConsumedMessage] {
        let records = records[place] ?? []
        let bounds = bounds(of: place)
        let offset = wanted > bounds.upperBound ? bounds.lowerBound : max(wanted, bounds.lowerBound)
        guard offset < records.count else { return [] }
        return records[Int(offset)...].prefix(limit).enumerated().map {
            message($0.element, at: place, offset: offset + Int64($0.offset))
        }
    }

    private func message(_ record: Record, at place: TopicPartition, offset: Int64) -> ConsumedMessage {
        ConsumedMessage(
            topic: place.topic, partition: place.partition, offset: offset, key: record.key, value: record.value,
            headers: record.headers, timestampMilliseconds: nil)
    }
}
