import Kafka

/// An independent reader of the topics: it knows how many messages each holds, and shows them as they arrive.
///
/// Owned by one thread.
final class TopicWatch {
    private let reader: KafkaReader
    /// The offset after the last message read, which on topics that were empty counts them, whatever the broker has since forgotten.
    private var ends: [TopicPartition: Int64] = [:]

    init(bootstrapServers: String, topics: [String], from start: KafkaReader.Start = .beginning) throws(KafkaError) {
        reader = try KafkaReader(KafkaSettings(bootstrapServers: bootstrapServers, clientID: "redress-bench"), topics: topics, from: start)
    }

    /// Whether all that is there has been read.
    var isAtEnd: Bool { reader.isAtEnd }

    func count(of topic: String) -> Int {
        Int(ends.reduce(0) { $1.key.topic == topic ? $0 + $1.value : $0 })
    }

    /// Reads what is there, waiting for the first message at most so long.
    ///
    /// - Returns: whether anything was read.
    @discardableResult
    func advance(timeoutMilliseconds: Int, _ see: (ConsumedMessage) -> Void = { _ in }) throws(KafkaError) -> Bool {
        let messages = try reader.next(limit: Self.limit, timeoutMilliseconds: timeoutMilliseconds)
        for message in messages {
            ends[message.topicPartition] = message.offset + 1
            see(message)
        }
        return !messages.isEmpty
    }

    private static let limit = 2_000
}
