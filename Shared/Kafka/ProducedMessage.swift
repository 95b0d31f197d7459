public import Foundation

/// One message to be sent.
public struct ProducedMessage: Sendable {
    public let topic: String
    /// Where it shall lie; `nil` lets murmur2 of the key decide, as the Java client does.
    public let partition: Int32?
    public let key: Data?
    public let value: Data?
    public let headers: MessageHeaders
    /// The caller's own number for the message; its delivery report carries it.
    public let token: UInt64

    public init(
        topic: String, partition: Int32? = nil, key: Data?, value: Data?, headers: MessageHeaders = [], token: UInt64 = 0
    ) {
        self.topic = topic
        self.partition = partition
        self.key = key
        self.value = value
        self.headers = headers
        self.token = token
    }

    /// The same with headers that were put together one by one.
    public init(
        topic: String, partition: Int32? = nil, key: Data?, value: Data?, headers: [(name: String, value: Data)], token: UInt64 = 0
    ) {
        self.init(
            topic: topic, partition: partition, key: key, value: value, headers: MessageHeaders(headers.lazy.map { ($0.name, $0.value) }),
            token: token)
    }
}
