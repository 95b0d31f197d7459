import Contracts
import Foundation
import Kafka

/// The topics a worker reads, with the lane group of each, and how many partitions they have. It is owned by the worker's thread.
final class InputTopics {
    private let groups: [LaneGroup]
    private let groupOfTopic: [String: String]
    private var counts: [String: Int] = [:]

    /// The most partitions that the lanes' numbers in a complaint number can tell apart.
    private static let mostPartitions = 999

    init(_ groups: [LaneGroup]) {
        self.groups = groups
        groupOfTopic = Dictionary(uniqueKeysWithValues: groups.flatMap { group in group.topics.map { ($0.name, group.name) } })
    }

    /// In order.
    var names: [String] { groupOfTopic.keys.sorted() }

    /// The lane that a partition belongs to; `nil` for a topic that is not read.
    func lane(of partition: TopicPartition) -> LaneID? { lane(of: partition.topic, partition.partition) }

    func lane(of topic: String, _ partition: Int32) -> LaneID? { groupOfTopic[topic].map { LaneID(group: $0, number: partition) } }

    /// Where murmur2 puts a key, as the Java client would; `nil` while the topic is unknown.
    func rightPartition(of key: String, topic: String) -> Int32? {
        counts[topic].map { Murmur2.partition(of: Data(key.utf8), count: $0) }
    }

    /// Learns how many partitions there are, once. Topics that are read together must have the same number of partitions; each lane number must fit a
    /// complaint number.
    ///
    /// - Returns: why it is not known, where no broker tells.
    func learn(from log: any MessageLog) throws(StoreError) -> KafkaError? {
        guard counts.isEmpty else { return nil }
        var counts: [String: Int] = [:]
        for group in groups {
            for topic in group.topics {
                let count: Int?
                do {
                    count = try log.partitionCount(of: topic.name)
                } catch {
                    return error
                }
                guard let count else { throw .unusable("there is no topic \(topic.name); create it with: redress topics create") }
                counts[topic.name] = count
            }
            let own = group.topics.map { ($0.name, counts[$0.name] ?? 0) }
            if Set(own.map(\.1)).count > 1 {
                let found = own.map { "\($0.0) has \($0.1)" }.joined(separator: ", ")
                throw .unusable("topics read together must have the same number of partitions, but \(found)")
            }
        }
        // Always the same one of several, or each look would be told as news.
        if let wide = counts.filter({ $0.value > Self.mostPartitions }).min(by: { $0.key < $1.key }) {
            throw .unusable(
                "\(wide.key) has \(wide.value) partitions; at most \(Self.mostPartitions) can be told apart in a complaint number")
        }
        self.counts = counts
        return nil
    }
}
