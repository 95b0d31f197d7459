import Kafka

extension KafkaProducer {
    /// How long the brokers may take to answer before it is tried again, in milliseconds.
    private static let answerMilliseconds = 20_000

    /// Sends messages until the brokers have taken them all, however long they are away. What has arrived of an attempt that failed comes again.
    ///
    /// - Throws: an error that no waiting mends.
    func insist(on messages: [ProducedMessage]) throws(KafkaError) {
        while true {
            do throws(KafkaError) {
                try produce(messages, timeoutMilliseconds: Self.answerMilliseconds)
                return
            } catch {
                guard error.isRetriable || error.isFatal else { throw error }
            }
        }
    }
}
