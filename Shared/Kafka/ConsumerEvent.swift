internal import CRDKafka

/// What a poll can bring.
public enum ConsumerEvent: Sendable {
    case message(ConsumedMessage)
    /// The group gave us these partitions: answer with `assign`. Always the last event of its poll.
    case assigned([TopicPartition])
    /// The group takes all our partitions back: answer with `unassign`. Always the last event of its poll.
    /// `lost` means that they may belong to somebody else already.
    case revoked([TopicPartition], lost: Bool)
    /// Something went wrong. librdkafka goes on trying by itself unless the error is fatal.
    case error(KafkaError)
    /// The consumer has met a fatal error and does nothing more, such as when another member has taken its `group.instance.id`: nothing it was
    /// assigned is its own any more, and `rejoin` builds it again.
    case consumerFailed(KafkaError)
    /// The producer can promise order no longer and takes nothing more: `purge` builds it again.
    case producerFailed(KafkaError)
    /// No broker can be reached at the moment; nothing is lost, librdkafka keeps trying.
    case allBrokersDown(KafkaError)
    /// A line that librdkafka would have logged; `level` is syslog's, 0 (emergency) to 7 (debug).
    case log(level: Int, facility: String, message: String)
}

extension ConsumerEvent {
    /// What an error or a log event tells; `nil` for events that are of no interest.
    init?(_ event: borrowing Event, context: String) {
        switch event.type {
        case RD_KAFKA_EVENT_LOG:
            guard let line = event.logLine else { return nil }
            self = line
        case RD_KAFKA_EVENT_ERROR:
            let place = event.partition.map { "\(context), \($0)" } ?? context
            guard let error = event.error(context: place) else { return nil }
            self = error.code == RD_KAFKA_RESP_ERR__ALL_BROKERS_DOWN.rawValue ? .allBrokersDown(error) : .error(error)
        default:
            return nil
        }
    }
}
