/// What became of one message that was sent.
public struct DeliveryReport: Sendable {
    public let token: UInt64
    public let partition: Int32
    /// Where the message lies; negative when it was not delivered, or when the broker knew it already from an earlier attempt.
    public let offset: Int64
    /// `nil`: every in-sync replica has it.
    public let error: KafkaError?

    public init(token: UInt64, partition: Int32, offset: Int64, error: KafkaError? = nil) {
        self.token = token
        self.partition = partition
        self.offset = offset
        self.error = error
    }
}

/// A message that `send` did not take: it is not in the queue and no delivery report will come for it.
public struct SendFailure: Sendable {
    public let token: UInt64
    /// Why the first of the batch was not taken; those behind it carry the same error, since nothing may overtake it.
    public let error: KafkaError
    /// Whether librdkafka refused this very message; `false` for those that only stood behind one.
    public let wasRefused: Bool

    public init(token: UInt64, error: KafkaError, wasRefused: Bool) {
        self.token = token
        self.error = error
        self.wasRefused = wasRefused
    }
}
