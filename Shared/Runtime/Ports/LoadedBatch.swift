public import Foundation

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
