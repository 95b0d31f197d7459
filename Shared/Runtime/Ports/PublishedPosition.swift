public import Domain
public import Foundation

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

/// What the store had of it.
public struct LoadedBatch: Sendable {
    /// Lanes that somebody else has taken; where there is one, nothing else is filled and no transaction is open.
    public var fenced: [LaneID] = []
    public var states: [String: [StateRow]] = [:]
    public var due: [String: [StateRow]] = [:]
    /// Rows of the companion group that refer to a key which has a state.
    public var companions: [String: [CompanionRow]] = [:]
    public var known: Set<EventIdentity> = []
    /// Keys with parked messages, by group.
    public var parked: [String: Set<String>] = [:]
    /// All parked messages of the keys an operator asked about, in order.
    public var requested: [DeadLetterRow] = []

    public init() {}
}

/// A row of another lane group of the same service.
public struct CompanionRow: Equatable, Sendable {
    /// The state key of the group that reads it.
    public let reference: String
    public let key: String
    public let body: Data

    public init(reference: String, key: String, body: Data) {
        self.reference = reference
        self.key = key
        self.body = body
    }
}
