/// A topic as it shall be.
public struct TopicSpecification: Hashable, Sendable {
    public let name: String
    /// At least 1.
    public let partitions: Int
    /// How many copies; `nil` leaves it to the brokers' default.
    public let replication: Int?
    /// Topic properties such as `retention.ms` or `cleanup.policy`.
    public let configuration: [String: String]

    public init(name: String, partitions: Int, replication: Int? = nil, configuration: [String: String] = [:]) {
        self.name = name
        self.partitions = partitions
        self.replication = replication
        self.configuration = configuration
    }
}
