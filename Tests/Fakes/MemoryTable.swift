import Domain
import Runtime

/// The rows of one lane group, found by key, by timer and by reference as the real tables' indexes find them.
struct MemoryTable {
    /// A timer, in the order in which timers are due.
    struct Timer: Comparable {
        let due: Instant
        let key: String

        static func < (left: Timer, right: Timer) -> Bool { (left.due, left.key) < (right.due, right.key) }
    }

    private(set) var rows: [String: StateRow] = [:]
    /// Each lane's timers, the next first.
    private var timers: [LaneID: [Timer]] = [:]
    private var keysByReference: [String: Set<String>] = [:]

    subscript(key: String) -> StateRow? { rows[key] }

    mutating func put(_ row: StateRow) {
        let old = rows.updateValue(row, forKey: row.key)
        if old?.due != row.due || old?.lane != row.lane {
            if let old { disarm(old) }
            arm(row)
        }
        guard old?.reference != row.reference else { return }
        if let old { unlink(old) }
        if let reference = row.reference { keysByReference[reference, default: []].insert(row.key) }
    }

    mutating func remove(_ key: String) {
        guard let row = rows.removeValue(forKey: key) else { return }
        disarm(row)
        unlink(row)
    }

    /// The timers of a lane, the next first.
    func timers(of lane: LaneID) -> [Timer] { timers[lane] ?? [] }

    /// The next timer of all lanes, past those of the keys that rest.
    func nextDue(resting: (String) -> Bool) -> Instant? {
        timers.values.compactMap { $0.first { !resting($0.key) }?.due }.min()
    }

    /// The rows that refer to a key, in order.
    func rows(referringTo key: String) -> [StateRow] { (keysByReference[key] ?? []).sorted().compactMap { rows[$0] } }

    private mutating func arm(_ row: StateRow) {
        guard let due = row.due else { return }
        let timer = Timer(due: due, key: row.key)
        let index = place(of: timer, in: row.lane)
        timers[row.lane, default: []].insert(timer, at: index)
    }

    private mutating func disarm(_ row: StateRow) {
        guard let due = row.due else { return }
        let index = place(of: Timer(due: due, key: row.key), in: row.lane)
        timers[row.lane]?.remove(at: index)
    }

    private mutating func unlink(_ row: StateRow) {
        guard let reference = row.reference else { return }
        keysByReference[reference]?.remove(row.key)
        if keysByReference[reference]?.isEmpty == true { keysByReference[reference] = nil }
    }

    /// Where a timer stands, or would stand.
    private func place(of timer: Timer, in lane: LaneID) -> Int {
        guard let timers = timers[lane] else { return 0 }
        var (low, high) = (0, timers.count)
        while low < high {
            let middle = (low + high) / 2
            if timers[middle] < timer { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
