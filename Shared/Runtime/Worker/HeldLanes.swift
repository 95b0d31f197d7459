/// A lane this worker holds, as it believes it to stand.
struct HeldLane {
    let id: LaneID
    /// The next offset to read, by topic.
    fileprivate(set) var offsets: [String: Int64]
    fileprivate(set) var counters: LaneCounters

    var epoch: Int64 { counters.epoch }
}

/// The lanes a worker holds, each with the epoch it was taken under, and those that are its own and still to be taken.
struct HeldLanes {
    private var held: [LaneID: HeldLane] = [:]
    private var untaken: Set<LaneID> = []
    private var backoff: Backoff
    /// When the fences were last tried; `nil` for never.
    private var lastCheck: Int64?

    /// - Parameter pause: the first and the longest between two attempts to take lanes, in milliseconds.
    init(pause: ClosedRange<Int64>) {
        backoff = Backoff(pause)
    }

    // MARK: What is held

    var isEmpty: Bool { held.isEmpty }

    /// The lanes held, in order.
    var ids: [LaneID] { held.keys.sorted() }

    subscript(id: LaneID) -> HeldLane? { held[id] }

    func holds(_ id: LaneID) -> Bool { held[id] != nil }

    var counters: [LaneID: LaneCounters] { held.mapValues(\.counters) }

    /// The lowest lane of a group; `nil` where none is held.
    func first(in groups: Set<String>) -> LaneID? { held.keys.filter { groups.contains($0.group) }.min() }

    /// How far every topic is, for those of the lane's offsets that are known.
    func offset(of topic: String, in id: LaneID) -> Int64? { held[id]?.offsets[topic] }

    // MARK: Taking

    /// The group has given the worker these lanes and no others. It holds none of them before it has taken them.
    mutating func assigned(_ lanes: Set<LaneID>) {
        held = [:]
        untaken = lanes
    }

    var hasUntaken: Bool { !untaken.isEmpty }

    /// The lanes to take now; none while it pauses after a failure.
    func due(at monotonic: Int64) -> [LaneID] { backoff.mayTry(at: monotonic) ? untaken.sorted() : [] }

    /// When the next attempt to take lanes is allowed, on the monotonic clock.
    var nextAttempt: Int64? { untaken.isEmpty ? nil : backoff.notBefore }

    mutating func took(_ holdings: [LaneHolding]) {
        for holding in holdings {
            held[holding.lane] = HeldLane(
                id: holding.lane, offsets: holding.offsets,
                counters: LaneCounters(
                    epoch: holding.epoch, position: holding.position, serial: holding.serial, parked: holding.parked))
        }
        untaken = []
    }

    mutating func takingFailed(at monotonic: Int64) { backoff.failed(at: monotonic) }

    // MARK: Losing

    /// The group has taken all lanes back, or the worker leaves it.
    ///
    /// - Returns: those that were held, in order.
    mutating func giveUp() -> [LaneID] {
        defer {
            held = [:]
            untaken = []
        }
        return ids
    }

    /// Whether the last transaction took effect is open: taking the lanes again answers it.
    mutating func loseAll(at monotonic: Int64) {
        untaken.formUnion(held.keys)
        held = [:]
        backoff.failed(at: monotonic)
    }

    /// Somebody else took the lanes. If the group still counts them as ours, they are taken again.
    mutating func drop(_ fenced: [LaneID], at monotonic: Int64) {
        for id in fenced { held[id] = nil }
        untaken.formUnion(fenced)
        backoff.failed(at: monotonic)
    }

    // MARK: Transactions

    /// The fence of a lane, which moves its offsets and its watermark forward.
    func fence(of id: LaneID, offsets: [String: Int64], watermark: Int64) -> LaneFence? {
        held[id].map { LaneFence(lane: id, epoch: $0.epoch, offsets: offsets, confirmed: watermark) }
    }

    /// A transaction has been committed.
    mutating func advance(_ offsets: [LaneID: [String: Int64]], _ counters: [LaneID: LaneCounters]) {
        backoff.succeeded()
        for (id, offsets) in offsets { held[id]?.offsets.merge(offsets) { _, new in new } }
        for (id, counters) in counters { held[id]?.counters = counters }
    }

    /// Whether it is time to try the fences of all lanes: one for which nothing comes would never learn that it was taken.
    mutating func isCheckDue(at monotonic: Int64, every period: Int64) -> Bool {
        guard let last = lastCheck else {
            lastCheck = monotonic
            return false
        }
        guard monotonic - last >= period else { return false }
        lastCheck = monotonic
        return true
    }
}

/// How far a lane's own counters are. A round counts on a copy, which becomes the lane's with the commit.
struct LaneCounters: Equatable {
    let epoch: Int64
    /// The position of the last journal row.
    var position: Int64
    /// How many serials the lane has given out.
    var serial: Int64
    /// How many messages are parked in the lane's dead letters.
    var parked: Int

    /// Takes the position of one more journal row.
    mutating func nextPosition() -> Int64 {
        position += 1
        return position
    }
}
