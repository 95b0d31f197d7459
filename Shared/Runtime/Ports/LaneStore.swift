public import Domain

/// Where lanes keep their state: one transaction at a time, owned by one worker's thread.
///
/// The contract is `spec/Lane.tla`'s: a transaction of a lane whose epoch has been raised by somebody else changes nothing.
public protocol LaneStore: AnyObject {
    /// Raises each lane's epoch, and then, in a later statement, reads what of its journal is unconfirmed.
    ///
    /// A lane that was last taken under another revision of its group gets its timers spread from now on, none later than it was.
    func take(_ lanes: [LaneID], rewaking: Rewaking) throws(StoreError) -> [LaneHolding]

    /// Opens a transaction: fences every lane, moves its offsets and watermark forward, and then loads what the batch needs.
    ///
    /// Where a lane is fenced nothing is kept and the transaction is closed; the answer names the lanes.
    func begin(_ batch: BatchLoad) throws(StoreError) -> LoadedBatch

    /// Saves and commits. An error of connection kind leaves open whether it took effect: take the lanes again.
    /// - Returns: the earliest due time of each lane in `changes.refreshDue`; a lane without a timer is left out. The timers of keys whose
    ///   messages are parked rest and do not count, here as in `take` and `begin`.
    func commit(_ changes: BatchChanges) throws(StoreError) -> [LaneID: Instant]

    /// Those of the facts that were published and are not in the journal, though no retention can have deleted them.
    ///
    /// A row is committed before it is published, so where there is one, this database is behind what was published from it.
    func missing(_ facts: [PublishedPosition]) throws(StoreError) -> [PublishedPosition]

    /// Closes the transaction without effect.
    func rollback()
}

/// Why the store did not do as asked.
public enum StoreError: Error, Sendable {
    /// The server is away, full or starting: try again later; nothing is lost.
    case unavailable(String)
    /// The data of this batch is refused, whoever sends it: find the message.
    case refused(Fault)
    /// The store and this program do not fit: a missing table, a missing right. A person must act.
    case unusable(String)
}
