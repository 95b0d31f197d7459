public import Domain

/// A fact of ours as it lies on a topic: what is needed to find it in the journal.
public struct PublishedPosition: Hashable, Sendable, CustomStringConvertible {
    public let topic: String
    public let key: String
    public let sequence: Int64
    /// When it was decided, by the service's clock.
    public let at: Instant

    public init(topic: String, key: String, sequence: Int64, at: Instant) {
        self.topic = topic
        self.key = key
        self.sequence = sequence
        self.at = at
    }

    public var description: String { "\(topic) \(key) \(sequence)" }
}
