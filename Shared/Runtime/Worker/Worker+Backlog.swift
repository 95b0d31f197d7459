import Kafka

/// What is polled and not yet decided, kept small: while the brokers confirm nothing, or messages are large, more comes than goes.
extension Worker {
    /// Pauses reading where enough waits, and goes on at the stored offsets once all of it is decided.
    func applyBackpressure() {
        if isHoldingBack {
            if waiting.isEmpty, isWithinUnconfirmedLimit, !isStoreAway { startReading() }
        } else if waiting.count >= settings.backlogBatches * settings.batchSize
            || waitingBytes >= settings.backlogBatches * settings.batchBytes
        {
            isHoldingBack = true
            pauseReading()
        }
    }

    /// How many messages wait in memory. Call it from the worker's thread.
    public var backlog: Int { waiting.count }

    private var waitingBytes: Int { waiting.reduce(0) { $0 + ($1.value?.count ?? 0) } }
}
