/// What waits for one unit's next digest. It never grows beyond the kinds of notices and the complaints that a digest lists.
public struct StaffDigestState: Hashable, Sendable {
    /// The notices of one kind.
    struct Kind: Hashable, Sendable {
        let what: NoticeTrigger
        var count: Int
        /// The first of them.
        var complaints: [ComplaintNumber]
    }

    public let unit: Unit
    /// By lane, the place of the last notice taken.
    var taken: [Int: Int64] = [:]
    /// In the order in which each kind first came.
    var waiting: [Kind] = []
    /// When the next digest goes out; `nil` while nothing waits.
    public internal(set) var due: Instant?
    /// How many digests the unit has had; numbers the next one.
    public internal(set) var count = 0

    init(unit: Unit) {
        self.unit = unit
    }

    public var total: Int { waiting.reduce(0) { $0 + $1.count } }

    /// Drops what waits of a complaint that is withdrawn; `false` where the unit has heard of it, or may have.
    private mutating func takeBack(_ complaint: ComplaintNumber) -> Bool {
        guard waiting.contains(where: { $0.complaints.contains(complaint) }) else { return false }
        for index in waiting.indices where waiting[index].complaints.contains(complaint) {
            let left = waiting[index].complaints.filter { $0 != complaint }
            waiting[index].count -= waiting[index].complaints.count - left.count
            waiting[index].complaints = left
        }
        waiting.removeAll { $0.count == 0 }
        return true
    }

    /// Takes a notice; `false` for a repetition.
    mutating func take(_ notice: StaffNotice, listing limit: Int) -> Bool {
        guard notice.place > taken[notice.lane] ?? -1 else { return false }
        taken[notice.lane] = notice.place
        if notice.what == .withdrawn, takeBack(notice.complaint) { return true }
        guard let index = waiting.firstIndex(where: { $0.what == notice.what }) else {
            waiting.append(Kind(what: notice.what, count: 1, complaints: [notice.complaint]))
            return true
        }
        waiting[index].count += 1
        if waiting[index].complaints.count < limit { waiting[index].complaints.append(notice.complaint) }
        return true
    }
}
