internal import CRDKafka

/// One event off a client's queue; librdkafka's memory behind it is freed when this goes out of scope.
@safe struct Event: ~Copyable {
    private let pointer: OpaquePointer

    /// Takes over the event; `nil` in is `nil` out.
    init?(adopting pointer: OpaquePointer?) {
        guard let pointer = unsafe pointer else { return nil }
        unsafe self.pointer = pointer
    }

    deinit {
        unsafe rd_kafka_event_destroy(pointer)
    }

    var type: rd_kafka_event_type_t { unsafe rd_kafka_event_type(pointer) }

    var isRebalance: Bool { type == RD_KAFKA_EVENT_REBALANCE }

    /// The error the event carries, or `nil` if it tells of success.
    func error(context: String) -> KafkaError? {
        let code = unsafe rd_kafka_event_error(pointer)
        guard code != RD_KAFKA_RESP_ERR_NO_ERROR else { return nil }
        let isFatal = unsafe type == RD_KAFKA_EVENT_ERROR && rd_kafka_event_error_is_fatal(pointer) != 0
        let message = unsafe String(cString: rd_kafka_event_error_string(pointer))
        let error = KafkaError(code: code.rawValue, message: message, isFatal: isFatal, context: context)
        return KafkaError(code: error.code, message: message + explanation(of: error), isFatal: isFatal, context: context)
    }

    /// Adds what the words do not say: that the password may be right and the library too old to prove it, or that a certificate is wanted.
    private func explanation(of error: KafkaError) -> String {
        if error.isCertificateAlert { return "; the broker asks for a certificate and was shown none, or one that it does not accept" }
        let isOfScram = error.code == RD_KAFKA_RESP_ERR__AUTHENTICATION.rawValue && error.message.contains("SCRAM")
        guard isOfScram, !KafkaLibrary.provesScram else { return "" }
        return
            "; or the password is right: librdkafka \(KafkaLibrary.version) cannot prove it by SCRAM to Apache Kafka 4 or newer,"
            + " which needs 2.6.1, or PLAIN over TLS"
    }

    /// The partition that an error is about, if it is about one.
    var partition: TopicPartition? {
        guard let found = unsafe rd_kafka_event_topic_partition(pointer) else { return nil }
        defer { unsafe rd_kafka_topic_partition_destroy(found) }
        return unsafe TopicPartition(topic: String(cString: found.pointee.topic), partition: found.pointee.partition)
    }

    /// The partitions of a rebalance.
    var partitions: [TopicPartition] {
        guard let list = unsafe rd_kafka_event_topic_partition_list(pointer) else { return [] }
        return unsafe (0..<Int(list.pointee.cnt)).map { index in
            let element = unsafe list.pointee.elems[index]
            return unsafe TopicPartition(topic: String(cString: element.topic), partition: element.partition)
        }
    }

    /// The log line of a log event; `nil` for those that only say that a property of the other kind of client is ignored, since
    /// one set of properties serves a consumer and a producer on purpose.
    var logLine: ConsumerEvent? {
        var facility: UnsafePointer<CChar>?
        var text: UnsafePointer<CChar>?
        var level: Int32 = 0
        guard unsafe rd_kafka_event_log(pointer, &facility, &text, &level) == 0, let facility = unsafe facility, let text = unsafe text
        else { return nil }
        let (name, message) = unsafe (String(cString: facility), String(cString: text))
        return name == "CONFWARN" && message.contains("property and will be ignored by this")
            ? nil : .log(level: Int(level), facility: name, message: message)
    }

    /// Lends each message of a fetch or of a set of delivery reports, one after the other.
    func forEachMessage(_ body: (UnsafePointer<rd_kafka_message_t>) -> Void) {
        while let message = unsafe rd_kafka_event_message_next(pointer) {
            unsafe body(message)
        }
    }

    /// Lends the event itself, for the results of administration.
    func withPointer<Result>(_ body: (OpaquePointer) -> Result) -> Result {
        unsafe body(pointer)
    }
}
