public import Domain

/// What one transaction stores.
public struct BatchChanges: Sendable {
    public var lanes: [LaneAdvance] = []
    public var states: [String: [StateRow]] = [:]
    /// Of the states, the keys that were looked for in this transaction and had no row: a store may add such rows in a faster way. It may not
    /// rely on it, since a lane whose number has changed finds the rows of another.
    public var added: [String: Set<String>] = [:]
    public var deletedRows: [String: [String]] = [:]
    public var identities: [EventIdentity] = []
    public var journal: [JournalRow] = []
    public var parked: [DeadLetterRow] = []
    /// Dead letters that were replayed or discarded.
    public var settledLetters: [DeadLetterRow] = []
    /// Dead letters whose replay failed: they stay, with the new fault and no request.
    public var failedReplays: [DeadLetterRow] = []
    /// Lanes whose earliest due time is to be told afterwards.
    public var refreshDue: [LaneID] = []
    public var now: Instant

    public init(now: Instant) {
        self.now = now
    }
}

/// How far a lane's own counters moved.
public struct LaneAdvance: Equatable, Sendable {
    public let lane: LaneID
    public let position: Int64
    public let serial: Int64

    public init(lane: LaneID, position: Int64, serial: Int64) {
        self.lane = lane
        self.position = position
        self.serial = serial
    }
}
