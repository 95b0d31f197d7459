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
        if mishap == .before { throw away }
        let holdings = database.take(lanes, rewaking)
        if mishap == .after { throw away }
        return holdings
    }

    public func begin(_ batch: BatchLoad) throws(StoreError) -> LoadedBatch {
        if mishap() != nil { throw away }
        let loaded = database.load(batch)
        fences = loaded.fenced.isEmpty ? batch.lanes : nil
        return loaded
    }

    public func commit(_ changes: BatchChanges) throws(StoreError) -> [LaneID: Instant] {
        let mishap = mishap()
        guard let fences else { throw .unusable("commit without begin") }
        self.fences = nil
        // Who takes a lane under an open transaction does not wait here, so it is the transaction that ends.
        if mishap == .before || !database.stand(fences) { throw away }
        let due = try database.save(fences, changes)
        if mishap == .after { throw away }
        return due
    }

    public func rollback() {
        fences = nil
    }

    private var away: StoreError { .unavailable("the server does not answer") }
}
