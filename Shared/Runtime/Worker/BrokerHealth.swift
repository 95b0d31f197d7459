import Kafka

/// Whether the brokers answer a worker, and accept it.
struct BrokerHealth {
    /// That the brokers do not accept this worker, or it not them; a person must act, and it goes on by itself afterwards.
    private struct Refusal {
        let error: KafkaError
        /// Whether it was met in sending: then only a confirmation shows that it is over.
        let isOfSending: Bool
    }

    private(set) var isAway = false
    private var currentRefusal: Refusal?
    /// When it was last found or asked that they are away.
    private(set) var lastProbe: Int64 = 0

    /// How often brokers that are away are asked, in milliseconds.
    private static let probeMilliseconds: Int64 = 1_000

    /// That the brokers do not accept the worker; `nil` where they do.
    var refusal: KafkaError? { currentRefusal?.error }

    /// - Returns: whether that is news.
    mutating func away(at monotonic: Int64) -> Bool {
        defer { isAway = true }
        lastProbe = monotonic
        return !isAway
    }

    /// A broker has answered.
    ///
    /// - Returns: whether that is news.
    mutating func answered() -> Bool {
        guard isAway else { return false }
        accepted(sending: false)
        isAway = false
        return true
    }

    /// Whether it is time to ask: where nothing comes and nothing is sent, only asking tells that the outage is over.
    mutating func isProbeDue(at monotonic: Int64) -> Bool {
        guard isAway, monotonic - lastProbe >= Self.probeMilliseconds else { return false }
        lastProbe = monotonic
        return true
    }

    /// - Returns: whether that is news: it comes again with each attempt to connect, in other words each time.
    mutating func refused(_ error: KafkaError, sending isOfSending: Bool) -> Bool {
        defer { currentRefusal = Refusal(error: error, isOfSending: isOfSending) }
        return currentRefusal?.error.code != error.code
    }

    /// Something of that kind has gone well.
    mutating func accepted(sending isOfSending: Bool) {
        if currentRefusal?.isOfSending == isOfSending { currentRefusal = nil }
    }
}
