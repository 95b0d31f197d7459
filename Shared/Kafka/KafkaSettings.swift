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
