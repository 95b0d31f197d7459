import Domain

/// A lane this worker holds, as it believes it to stand.
struct HeldLane {
    let id: LaneID
    let epoch: Int64
    /// The next offset to read, by topic.
    var offsets: [String: Int64]
    /// The next offset to come, by topic, since reading last started; at or above `offsets`, as what waits is not decided.
    var arrivals: [String: Int64] = [:]
    var position: Int64
    var serial: Int64
    var ledger: ConfirmationLedger
    /// The watermark the database knows.
    var storedWatermark: Int64
    /// No row is due before this; it may be too early, never too late.
    var nextDue: Instant?
    var parked: Int

    init(_ holding: LaneHolding) {
        id = holding.lane
        epoch = holding.epoch
        offsets = holding.offsets
        position = holding.position
        serial = holding.serial
        ledger = ConfirmationLedger(watermark: holding.confirmed)
        storedWatermark = holding.confirmed
        nextDue = holding.nextDue
        parked = holding.parked
    }

    /// Takes over the counters of a committed round; the ledger goes its own way.
    mutating func adopt(_ other: HeldLane) {
        position = other.position
        serial = other.serial
        parked = other.parked
    }

    /// A row of the lane will be due then.
    mutating func expect(_ due: Instant?) {
        guard let due else { return }
        nextDue = nextDue.map { min($0, due) } ?? due
    }

    /// Journal rows the broker has not confirmed yet.
    var unconfirmed: Int64 { position - ledger.watermark }
}
