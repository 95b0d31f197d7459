internal import CRDKafka
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
    public let headers: MessageHeaders
    /// Milliseconds since 1970, of creation or of append as the topic is set; `nil` when the message has none.
    public let timestampMilliseconds: Int64?

    public init(
        topic: String, partition: Int32, offset: Int64, key: Data?, value: Data?, headers: MessageHeaders = [],
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

    /// The same with headers that were put together one by one.
    public init(
        topic: String, partition: Int32, offset: Int64, key: Data?, value: Data?, headers: [(name: String, value: Data?)],
        timestampMilliseconds: Int64? = nil
    ) {
        self.init(
            topic: topic, partition: partition, offset: offset, key: key, value: value, headers: MessageHeaders(headers),
            timestampMilliseconds: timestampMilliseconds)
    }

    public var topicPartition: TopicPartition { TopicPartition(topic: topic, partition: partition) }

    /// The value of the last header of that name, as Kafka's own clients look headers up; `nil` when there is none or it is null.
    public func header(_ name: String) -> Data? {
        var found: Data?
        for header in headers where header.name == name { found = header.value }
        return found
    }
}

extension ConsumedMessage {
    /// Copies a message out of librdkafka's memory.
    ///
    /// - Parameter topics: the names already known, so that a name is not rebuilt for each message.
    init(copying message: UnsafePointer<rd_kafka_message_t>, topics: inout [String]) {
        let source = unsafe message.pointee
        var type = RD_KAFKA_TIMESTAMP_NOT_AVAILABLE
        let timestamp = unsafe rd_kafka_message_timestamp(message, &type)
        unsafe self.init(
            topic: Self.topicName(of: source, known: &topics), partition: source.partition, offset: source.offset,
            key: Self.data(source.key, source.key_len), value: Self.data(source.payload, source.len), headers: Self.headers(of: message),
            timestampMilliseconds: type == RD_KAFKA_TIMESTAMP_NOT_AVAILABLE ? nil : timestamp)
    }

    /// Kafka tells null from empty by the pointer, not by the length.
    private static func data(_ bytes: UnsafeRawPointer?, _ count: Int) -> Data? {
        guard let bytes = unsafe bytes else { return nil }
        return unsafe Data(bytes: bytes, count: count)
    }

    private static func topicName(of message: rd_kafka_message_t, known: inout [String]) -> String {
        guard let name = unsafe rd_kafka_topic_name(message.rkt) else { return "" }
        for topic in known where unsafe strcmp(topic, name) == 0 {
            return topic
        }
        let topic = unsafe String(cString: name)
        known.append(topic)
        return topic
    }

    private static func headers(of message: UnsafePointer<rd_kafka_message_t>) -> MessageHeaders {
        var list: OpaquePointer?
        guard unsafe rd_kafka_message_headers(message, &list) == RD_KAFKA_RESP_ERR_NO_ERROR, let list = unsafe list else { return [] }
        let count = unsafe rd_kafka_header_cnt(list)
        var headers = MessageHeaders()
        headers.reserve(count)
        for index in 0..<count {
            var name: UnsafePointer<CChar>?
            var value: UnsafeRawPointer?
            var size = 0
            guard unsafe rd_kafka_header_get_all(list, index, &name, &value, &size) == RD_KAFKA_RESP_ERR_NO_ERROR,
                let name = unsafe name
            else { break }
            unsafe headers.append(
                unsafeName: UnsafeRawBufferPointer(start: name, count: strlen(name)),
                value.map { unsafe UnsafeRawBufferPointer(start: $0, count: size) })
        }
        return headers
    }
}
