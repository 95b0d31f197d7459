public import Domain
public import Runtime

/// One worker's connection to a database in memory, with faults to order.
public final class MemoryStore: LaneStore {
    /// What happens to a call.
    public enum Mishap: Sendable {
        /// The server does not answer; nothing happened.
        case before
        /// It happened, and the answer was lost.
        case after
        /// The server answers that it does not fit this program: waiting does not mend it.
        case final
        /// The server refuses the data of a commit, which may be any message's fault.
        case refused
    }

    public let database: MemoryDatabase
    /// Asked before each call; the worker's death is every call from then on failing.
    public var mishap: () -> Mishap? = { nil }
    private var fences: [LaneFence]?

    public init(_ database: MemoryDatabase) {
        self.database = database
    }

    public func take(_ lanes: [LaneID], rewaking: Rewaking) throws(StoreError) -> [LaneHolding] {
        let mishap = mishap()
        try check(mishap)
        try database.admit(lanes)
        let holdings = database.take(lanes, rewaking)
        if mishap == .after { throw away }
        return holdings
    }

    public func begin(_ batch: BatchLoad) throws(StoreError) -> LoadedBatch {
        let mishap = mishap()
        try check(mishap)
        if mishap == .after { throw away }
        try database.admit(batch.lanes)
        let loaded = database.load(batch)
        fences = loaded.fenced.isEmpty ? batch.lanes : nil
        return loaded
    }

    public func commit(_ changes: BatchChanges) throws(StoreError) -> [LaneID: Instant] {
        let mishap = mishap()
        guard let fences else { throw .unusable("commit without begin") }
        self.fences = nil
        try check(mishap)
        if mishap == .refused { throw .refused(Fault(field: "body", problem: "is refused by the store", expected: "other data")) }
        // Who takes a lane under an open transaction does not wait here, so it is the transaction that ends.
        if !database.stand(fences) { throw away }
        let due = try database.save(fences, changes)
        if mishap == .after { throw away }
        return due
    }

    public func missing(_ facts: [PublishedPosition]) throws(StoreError) -> [PublishedPosition] {
        try check(mishap())
        return database.missing(facts)
    }

    public func rollback() {
        fences = nil
    }

    private func check(_ mishap: Mishap?) throws(StoreError) {
        if mishap == .before { throw away }
        if mishap == .final { throw .unusable("a table is missing") }
    }

    /// What an outage is said to be.
    public var awayReason = "the server does not answer"

    private var away: StoreError { .unavailable(awayReason) }
}
