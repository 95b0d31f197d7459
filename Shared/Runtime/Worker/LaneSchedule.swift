import Domain

/// What is to be done in lanes beside their messages: timers that fall due, dead letters that somebody may ask about, and the sign of life.
struct LaneSchedule {
    private struct Lane {
        /// No row is due before this; it may be too early, never too late.
        var nextDue: Instant?
        var parked: Int
    }

    /// How many batches of a backlog may go before the timers.
    private static let longestWakeDeferral = 16

    private var lanes: [LaneID: Lane] = [:]
    private var wakeDeferrals = 0
    private var lastRequests: Int64 = 0
    /// When it last said that it is alive; `nil` for never.
    private var lastBeat: Int64?

    mutating func take(_ holding: LaneHolding) { lanes[holding.lane] = Lane(nextDue: holding.nextDue, parked: holding.parked) }

    mutating func release(_ ids: [LaneID]) {
        for id in ids { lanes[id] = nil }
    }

    mutating func releaseAll() { lanes = [:] }

    /// When the earliest timer is due; it may be too early.
    var nextDue: Instant? { lanes.values.lazy.compactMap(\.nextDue).min() }

    /// How many messages are parked in a lane's dead letters.
    func parked(in id: LaneID) -> Int { lanes[id]?.parked ?? 0 }

    /// The lanes whose timers may be due, in order. Of a backlog all that is there is read before a timer fires, or what was done in time would be
    /// called late; but not forever.
    ///
    /// - Parameter hasBacklog: whether more messages wait than one transaction takes.
    mutating func wakeLanes(at now: Instant, hasBacklog: Bool) -> [LaneID] {
        guard !hasBacklog || wakeDeferrals >= Self.longestWakeDeferral else {
            wakeDeferrals += 1
            return []
        }
        wakeDeferrals = 0
        return lanes.filter { $0.value.nextDue.map { $0 <= now } ?? false }.keys.sorted()
    }

    /// The lanes in whose dead letters an operator may have asked for something, in order; none before the period is over.
    mutating func requestLanes(at monotonic: Int64, every period: Int64) -> [LaneID] {
        guard monotonic - lastRequests >= period else { return [] }
        lastRequests = monotonic
        return lanes.filter { $0.value.parked > 0 }.keys.sorted()
    }

    func isBeatDue(at monotonic: Int64, every period: Int64) -> Bool { lastBeat.map { monotonic - $0 >= period } ?? true }

    mutating func beat(at monotonic: Int64) { lastBeat = monotonic }

    /// A transaction has been committed.
    ///
    /// - Parameters:
    ///   - counters: what was counted in it.
    ///   - refreshed: the lanes whose earliest timer was looked up afterwards.
    ///   - due: what was found; a lane without a timer is left out.
    ///   - rows: the states that were stored.
    mutating func advance(_ counters: [LaneID: LaneCounters], refreshed: [LaneID], due: [LaneID: Instant], rows: [StateRow]) {
        for (id, counters) in counters { lanes[id]?.parked = counters.parked }
        for id in refreshed { lanes[id]?.nextDue = due[id] }
        for row in rows {
            guard let due = row.due, let lane = lanes[row.lane] else { continue }
            lanes[row.lane]?.nextDue = lane.nextDue.map { min($0, due) } ?? due
        }
    }
}
