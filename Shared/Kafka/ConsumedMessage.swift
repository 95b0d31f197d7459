public import Foundation

/// One message as the broker gave it, copied once out of librdkafka's memory.
public struct ConsumedMessage: Sendable {
    public let topic: String
    public let partition: Int32
    public let offset: Int64
    /// The key; `nil` and empty are different things to Kafka and stay so here.
    public let key: Data?
    /// The payload; `nil` is a tombstone, not a fault.
    public let value: Data?
    /// The headers in the order in which they were written; a name may come twice.
    public let headers: [(name: String, value: Data?)]
    /// Milliseconds since 1970, of creation or of append as the topic is set; `nil` when the message has none.
    public let timestampMilliseconds: Int64?

    public init(
        topic: String, partition: Int32, offset: Int64, key: Data?, value: Data?, headers: [(name: String, value: Data?)] = [],
        timestampMilliseconds: Int64? = nil
    ) {
        self.topic = topic
        self.partition = partition
        self.offset = offset
        self.key = key
        self.value = value
        self.headers = headers
        self.timestampMilliseconds = timestampMilliseconds
    }

    public var topicPartition: TopicPartition { TopicPartition(topic: topic, partition: partition) }

    /// The value of the last header of that name, as Kafka's own clients look headers up; `nil` when there is none or it is null.
    public func header(_ name: String) -> Data? {
        headers.last { $0.name == name }?.value
    }
}
