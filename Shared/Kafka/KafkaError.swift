internal import CRDKafka

/// What librdkafka or a broker said went wrong.
public struct KafkaError: Error, Sendable, Equatable, CustomStringConvertible {
    /// Kafka's error code; negative ones are librdkafka's own.
    public let code: Int32
    /// The code's name, such as `_QUEUE_FULL` or `UNKNOWN_TOPIC_OR_PART`.
    public let name: String
    /// The explanation, without any payload.
    public let message: String
    /// Whether the client that raised it is of no use any more.
    public let isFatal: Bool
    /// Whether the same request may succeed later.
    public let isRetriable: Bool
    /// What we were doing.
    public let context: String

    /// An error of librdkafka's numbering; name, message and whether it may pass are looked up from the code.
    public init(code: Int32, message: String? = nil, isFatal: Bool = false, context: String) {
        let response = rd_kafka_resp_err_t(rawValue: code)
        self.code = code
        self.name = unsafe String(cString: rd_kafka_err2name(response))
        self.message = unsafe message ?? String(cString: rd_kafka_err2str(response))
        self.isFatal = isFatal
        self.isRetriable = !isFatal && Self.passing.contains(code)
        self.context = context
    }

    public var description: String {
        "\(context): \(message) (\(name)\(isFatal ? ", fatal" : ""))"
    }

    /// Whether the producer's queue was full; what was not taken can be sent again once reports have come in.
    public var isQueueFull: Bool { code == RD_KAFKA_RESP_ERR__QUEUE_FULL.rawValue }

    /// Whether the message is larger than `message.max.bytes`.
    public var isMessageTooLarge: Bool {
        code == RD_KAFKA_RESP_ERR_MSG_SIZE_TOO_LARGE.rawValue || code == RD_KAFKA_RESP_ERR_INVALID_MSG_SIZE.rawValue
    }

    /// Whether one side does not accept the other: a wrong password, a certificate of a stranger, a right that is missing. Waiting does not
    /// mend it; a person must.
    public var isRefusal: Bool { Self.refusals.contains(code) || isCertificateAlert }

    /// Whether a broker did not like the client's certificate, or that there was none.
    var isCertificateAlert: Bool { Self.alerts.contains { message.contains($0) } }

    /// Whether librdkafka suspects that the two sides speak different protocols, one with TLS and one without.
    public var mentionsProtocol: Bool { message.contains("security.protocol") }

    /// Whether a topic is there with another number of partitions than it is to have.
    public var isPartitionMismatch: Bool { code == RD_KAFKA_RESP_ERR_INVALID_PARTITIONS.rawValue }

    /// Whether there is no such topic or partition.
    public var isUnknownTopic: Bool {
        [
            RD_KAFKA_RESP_ERR__UNKNOWN_TOPIC, RD_KAFKA_RESP_ERR__UNKNOWN_PARTITION, RD_KAFKA_RESP_ERR_UNKNOWN_TOPIC_OR_PART,
        ].contains { $0.rawValue == code }
    }

    /// Whether another member of the group has taken this one's `group.instance.id`.
    public var isNameTaken: Bool { code == RD_KAFKA_RESP_ERR_FENCED_INSTANCE_ID.rawValue }

    /// Whether time ran out before an answer came.
    public var isTimeout: Bool {
        code == RD_KAFKA_RESP_ERR__TIMED_OUT.rawValue || code == RD_KAFKA_RESP_ERR_REQUEST_TIMED_OUT.rawValue
    }

    private static let refusals: Set<Int32> = Set(
        [
            RD_KAFKA_RESP_ERR__AUTHENTICATION, RD_KAFKA_RESP_ERR__SSL, RD_KAFKA_RESP_ERR_SASL_AUTHENTICATION_FAILED,
            RD_KAFKA_RESP_ERR_UNSUPPORTED_SASL_MECHANISM, RD_KAFKA_RESP_ERR_ILLEGAL_SASL_STATE, RD_KAFKA_RESP_ERR_SECURITY_DISABLED,
            RD_KAFKA_RESP_ERR_TOPIC_AUTHORIZATION_FAILED, RD_KAFKA_RESP_ERR_GROUP_AUTHORIZATION_FAILED,
            RD_KAFKA_RESP_ERR_CLUSTER_AUTHORIZATION_FAILED,
        ].map(\.rawValue))

    /// How OpenSSL words what the other side says to a certificate; Java calls none at all a bad one. With TLS 1.3 it is said after the client's
    /// side of the handshake is done, so that librdkafka takes it for a connection that was lost.
    private static let alerts = [
        "alert certificate required", "alert bad certificate", "alert certificate unknown", "alert certificate expired",
        "alert certificate revoked", "alert unsupported certificate", "alert unknown ca",
    ]

    /// Codes of conditions that pass: an outage, an election, a full queue.
    private static let passing: Set<Int32> = Set(
        [
            RD_KAFKA_RESP_ERR__QUEUE_FULL, RD_KAFKA_RESP_ERR__TRANSPORT, RD_KAFKA_RESP_ERR__ALL_BROKERS_DOWN, RD_KAFKA_RESP_ERR__RESOLVE,
            RD_KAFKA_RESP_ERR__TIMED_OUT, RD_KAFKA_RESP_ERR__MSG_TIMED_OUT, RD_KAFKA_RESP_ERR__TIMED_OUT_QUEUE,
            RD_KAFKA_RESP_ERR__WAIT_COORD, RD_KAFKA_RESP_ERR__PURGE_QUEUE, RD_KAFKA_RESP_ERR__PURGE_INFLIGHT,
            RD_KAFKA_RESP_ERR_LEADER_NOT_AVAILABLE, RD_KAFKA_RESP_ERR_NOT_LEADER_FOR_PARTITION, RD_KAFKA_RESP_ERR_REQUEST_TIMED_OUT,
            RD_KAFKA_RESP_ERR_BROKER_NOT_AVAILABLE, RD_KAFKA_RESP_ERR_NETWORK_EXCEPTION, RD_KAFKA_RESP_ERR_NOT_ENOUGH_REPLICAS,
            RD_KAFKA_RESP_ERR_NOT_ENOUGH_REPLICAS_AFTER_APPEND, RD_KAFKA_RESP_ERR_NOT_CONTROLLER,
            RD_KAFKA_RESP_ERR_COORDINATOR_LOAD_IN_PROGRESS, RD_KAFKA_RESP_ERR_COORDINATOR_NOT_AVAILABLE,
            RD_KAFKA_RESP_ERR_NOT_COORDINATOR, RD_KAFKA_RESP_ERR_REBALANCE_IN_PROGRESS,
        ].map(\.rawValue))
}

extension KafkaError {
    /// The error for a plain response code, or `nil` for success.
    init?(_ response: rd_kafka_resp_err_t, context: String) {
        guard response != RD_KAFKA_RESP_ERR_NO_ERROR else { return nil }
        self.init(code: response.rawValue, context: context)
    }

    /// Reads librdkafka's error object and frees it: the one place where that is done. `nil` in is `nil` out.
    static func taking(_ error: OpaquePointer?, context: String) -> KafkaError? {
        guard let error = unsafe error else { return nil }
        defer { unsafe rd_kafka_error_destroy(error) }
        return unsafe KafkaError(
            code: rd_kafka_error_code(error).rawValue, message: String(cString: rd_kafka_error_string(error)),
            isFatal: rd_kafka_error_is_fatal(error) != 0, context: context)
    }
}
