/// How to reach the brokers, and what to set otherwise than we would.
public struct KafkaSettings: Sendable {
    /// `host:port`, several divided by commas.
    public var bootstrapServers: String
    /// The name under which brokers log and meter this client.
    public var clientID: String
    /// How both sides know each other; `nil` leaves it to ``extra``.
    public var security: KafkaSecurity?
    /// Any librdkafka property, such as `security.protocol`, `sasl.username`, `ssl.ca.location`, `linger.ms`. It wins over our own choice.
    public var extra: [String: String]

    public init(
        bootstrapServers: String, clientID: String, security: KafkaSecurity? = nil, extra: [String: String] = [:]
    ) {
        self.bootstrapServers = bootstrapServers
        self.clientID = clientID
        self.security = security
        self.extra = extra
    }

    /// The name under which a member keeps its place in its group while it is away (`group.instance.id`); `nil` for none.
    var instanceName: String? {
        get { extra[Self.instanceProperty] }
        set { extra[Self.instanceProperty] = newValue }
    }

    private static let instanceProperty = "group.instance.id"

    /// The same for one of several workers of a process: a name that is given to the process becomes one of the worker's own, as two members of
    /// one name take the place in the group from each other.
    ///
    /// - Parameter index: from 0; the first keeps the name as it is.
    public func ofWorker(_ index: Int) -> KafkaSettings {
        guard index > 0, let name = instanceName else { return self }
        var settings = self
        settings.instanceName = "\(name).worker-\(index)"
        return settings
    }
}

extension KafkaSettings {
    /// What both kinds of client need. Log lines become events, so nothing is ever printed by the library itself.
    private var common: [(name: String, value: String)] {
        [
            ("bootstrap.servers", bootstrapServers),
            ("client.id", clientID),
            ("log.queue", "true"),
            // After an outage we want to be back within two seconds, not ten.
            ("reconnect.backoff.max.ms", "2000"),
            ("socket.keepalive.enable", "true"),
        ] + (security?.properties ?? [])
    }

    private var overrides: [(name: String, value: String)] {
        extra.sorted { $0.key < $1.key }.map { (name: $0.key, value: $0.value) }
    }

    /// A consumer whose offsets are kept elsewhere, with bounded buffers.
    func consumerProperties(group: String) -> [(name: String, value: String)] {
        common + [
            ("group.id", group),
            ("enable.auto.commit", "false"),
            ("enable.auto.offset.store", "false"),
            // Range gives one member the same partition numbers of all topics with equally many partitions.
            ("partition.assignment.strategy", "range"),
            ("auto.offset.reset", "earliest"),
            ("enable.partition.eof", "false"),
            // How long a broker may keep a question for messages while there are none. It answers at once when one comes, so this is no delay, but
            // what an idle service costs the brokers: see decision 23. The embedded broker alone does not wake up, and is asked for more often.
            ("fetch.wait.max.ms", "250"),
            ("session.timeout.ms", "10000"),
            // As long the group waits for a member that does not come to a rebalance, and nobody works meanwhile: a minute, not the usual five.
            // A worker polls between batches; one that does not for so long loses its lanes, as if it had died, and takes them again.
            ("max.poll.interval.ms", "60000"),
            // A service stays below 50 MB: at most 4 MB wait in the queue and one answer of a broker brings 2 MB.
            ("queued.max.messages.kbytes", "4096"),
            ("queued.min.messages", "10000"),
            ("fetch.message.max.bytes", "1048576"),
            ("fetch.max.bytes", "2097152"),
        ] + Self.refilling(version: KafkaLibrary.number) + overrides
    }

    /// How soon a reader that has filled the queue looks again, where the library lets us say it (from 2.2 on): its own choice is a second, in
    /// which a service that catches up has long emptied the queue. Before, see ``Client/wakeReaders()``.
    ///
    /// - Parameter version: the library's, such as `0x020002ff` for 2.0.2.
    static func refilling(version: Int32) -> [(name: String, value: String)] {
        version >= 0x0202_0000 ? [("fetch.queue.backoff.ms", "10")] : []
    }

    /// A producer that keeps order and loses nothing as long as its process lives, with bounded buffers.
    ///
    /// - Parameter isGapless: for one that sends on before the last message is confirmed: of a message that is refused for good it makes an end,
    ///   since what came after it would leave a gap that readers trip over. Whoever gives up with the first refusal needs none of that, and
    ///   would be told of it by an error that hides why.
    func producerProperties(isGapless: Bool) -> [(name: String, value: String)] {
        common + [
            // This asks for acks=all, at most five requests in flight and retries without end, all of which are then the default.
            ("enable.idempotence", "true"),
            ("enable.gapless.guarantee", isGapless ? "true" : "false"),
            ("acks", "all"),
            ("partitioner", "murmur2_random"),
            ("linger.ms", "0.5"),
            // No time limit: an outage delays messages, however long it is, and never drops them.
            ("message.timeout.ms", "0"),
            ("message.max.bytes", "1000000"),
            ("queue.buffering.max.kbytes", "8192"),
            ("queue.buffering.max.messages", "50000"),
        ] + overrides
    }
}
