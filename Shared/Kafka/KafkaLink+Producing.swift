extension KafkaLink {
    /// Queues messages in order; delivery is reported by a later `poll`.
    ///
    /// The first that is refused stops the rest, since nothing may overtake it: a full queue (`isQueueFull`; send the rest again once reports
    /// have come in), a message too large, a producer that has failed.
    /// - Returns: those not queued, in their order; empty when all were.
    public func send(_ messages: [ProducedMessage]) -> [SendFailure] {
        producer.send(messages)
    }

    /// Waits until each message sent has its report; the reports come with the next `poll`.
    ///
    /// - Returns: whether none is outstanding any more.
    public func flush(timeoutMilliseconds: Int) -> Bool {
        producer.flush(deadline: Deadline(milliseconds: timeoutMilliseconds))
    }

    /// Drops what is queued and in flight and builds the producer again; after this no report of an earlier message comes.
    ///
    /// Whether what was in flight arrived is unknown: send it again, and let readers drop what they have seen.
    public func purge() throws(KafkaError) {
        try producer.rebuild()
    }

    /// How many messages have been sent and not yet been reported.
    public var outstandingMessages: Int { producer.outstanding }
}
