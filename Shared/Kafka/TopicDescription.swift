/// A topic as the brokers have it.
public struct TopicDescription: Hashable, Sendable {
    public let name: String
    public let partitions: Int
    /// The fewest copies that a partition of it has.
    public let replication: Int
}
