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
}
