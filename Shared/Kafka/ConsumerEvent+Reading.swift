internal import CRDKafka

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
