internal import CRDKafka

/// A producer for those who want to be sure before they go on: gateways, the command line, tests. Owned by one thread.
public final class KafkaProducer {
    private let producer: Producer
    private let waker: KafkaWaker

    /// - Throws: an error naming the property that librdkafka refuses.
    public init(_ settings: KafkaSettings) throws(KafkaError) {
        waker = try KafkaWaker()
        producer = try Producer(settings, isGapless: false, waker: waker)
    }

    /// Sends messages in order and waits until each is delivered.
    ///
    /// - Returns: their reports in the order of the messages, each with its message's token.
    /// - Throws: the error of the first message that was refused or not delivered, saying which; or that time ran out. What was sent
    ///   before is then purged, and may have arrived all the same.
    @discardableResult
    public func produce(_ messages: [ProducedMessage], timeoutMilliseconds: Int = 30_000) throws(KafkaError) -> [DeliveryReport] {
        let deadline = Deadline(milliseconds: timeoutMilliseconds)
        // Inside we number the messages ourselves, so that the caller's tokens may repeat.
        var waiting = messages.enumerated().map { index, message in
            ProducedMessage(
                topic: message.topic, partition: message.partition, key: message.key, value: message.value, headers: message.headers,
                token: UInt64(index))
        }[...]
        var reports: [DeliveryReport?] = Array(repeating: nil, count: messages.count)
        var missing = messages.count
        var lastWord: String?
        while missing > 0 {
            if let refused = sendSome(&waiting) { try fail(refused.error, at: Int(refused.token)) }
            producer.drain()
            for event in producer.takeEvents() {
                switch event {
                case .producerFailed(let error): try fail(error, at: messages.count - waiting.count)
                case .error(let error) where error.isRefusal: try fail(error, at: reports.firstIndex { $0 == nil } ?? 0)
                case .error(let error), .allBrokersDown(let error): lastWord = error.mentionsProtocol ? error.message : lastWord
                case .message, .assigned, .revoked, .consumerFailed, .log: continue
                }
            }
            let news = producer.takeReports()
            for report in news {
                let index = Int(report.token)
                if let error = report.error { try fail(error, at: index) }
                reports[index] = DeliveryReport(token: messages[index].token, partition: report.partition, offset: report.offset)
                missing -= 1
            }
            guard missing > 0, news.isEmpty else { continue }
            if deadline.hasPassed {
                try fail(
                    KafkaError(code: RD_KAFKA_RESP_ERR__TIMED_OUT.rawValue, message: lastWord, context: "deliver"),
                    at: reports.firstIndex { $0 == nil } ?? 0)
            }
            waker.sleep(milliseconds: deadline.remainingMilliseconds)
        }
        return reports.compactMap { $0 }
    }

    /// Queues what fits and leaves the rest; a refusal other than for a full queue is returned.
    private func sendSome(_ waiting: inout ArraySlice<ProducedMessage>) -> SendFailure? {
        while !waiting.isEmpty {
            let portion = waiting.prefix(Self.portion)
            let failures = producer.send(Array(portion))
            waiting = waiting.dropFirst(portion.count - failures.count)
            if let first = failures.first { return first.error.isQueueFull ? nil : first }
        }
        return nil
    }

    private func fail(_ error: KafkaError, at index: Int) throws(KafkaError) {
        try producer.rebuild()
        throw KafkaError(code: error.code, message: error.message, isFatal: error.isFatal, context: "message \(index): \(error.context)")
    }

    /// How many messages are handed over at once.
    private static let portion = 1000
}
