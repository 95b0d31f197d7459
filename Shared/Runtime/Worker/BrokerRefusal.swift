import Kafka

/// That the brokers do not accept this worker, or it not them; a person must act, and it goes on by itself afterwards.
struct BrokerRefusal {
    let error: KafkaError
    /// Whether it was met in sending: then only a confirmation shows that it is over.
    let isOfSending: Bool
}

extension Worker {
    /// Logs a refusal once, and keeps it for the health endpoints.
    func noteRefusal(_ error: KafkaError, sending isOfSending: Bool) {
        guard error.isRefusal || error.mentionsProtocol else { return observer.notice(.brokerSays(level: 4, text: error.description)) }
        // It comes again with each attempt to connect, in other words each time.
        if refusal?.error.code != error.code { observer.notice(.unusable(reason: "Kafka: \(error)")) }
        refusal = BrokerRefusal(error: error, isOfSending: isOfSending)
    }

    /// Something of that kind has gone well.
    func endRefusal(sending isOfSending: Bool) {
        if refusal?.isOfSending == isOfSending { refusal = nil }
    }
}
