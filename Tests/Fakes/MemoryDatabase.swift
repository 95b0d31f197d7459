public import Domain
import Foundation
public import Runtime

/// One service's schema in memory, shared by all the stores that open it.
///
/// It keeps the same promises as the tables: a transaction whose lane has been taken again changes nothing, unique rows are unique.
public final class MemoryDatabase {
    struct Lane: Equatable {
        var epoch: Int64 = 0
        var offsets: [String: Int64] = [:]
        var position: Int64 = 0
        var confirmed: Int64 = 0
        var serial: Int64 = 0
        var revision: String?
    }

    var lanes: [LaneID: Lane] = [:]
    private var tables: [String: MemoryTable] = [:]
    public private(set) var journal: [LaneID: [JournalRow]] = [:]
    public private(set) var taken: Set<EventIdentity> = []
    /// By number.
    public private(set) var letters: [DeadLetterRow] = []
    /// Keys whose messages wait, and their timers with them, by group.
    private var parked: [String: Set<String>] = [:]

    /// What is done wrongly on purpose; `nil` for nothing.
    public var mutation: ProtocolMutation?

    private var constraints = MemoryConstraints()

    public init() {}

    /// What a restored copy of this moment holds.
    public init(copying other: MemoryDatabase) {
        (lanes, tables, journal, taken) = (other.lanes, other.tables, other.journal, other.taken)
        (letters, parked, constraints) = (other.letters, other.parked, other.constraints)
    }

    /// Retention deletes the oldest rows of every lane's journal.
    public func deleteJournal(before cutoff: Instant) {
        journal = journal.mapValues { rows in rows.filter { $0.time >= cutoff } }
        constraints.retain(only: allJournal)
    }

    /// Every journal row, lane by lane in order.
    public var allJournal: [JournalRow] { journal.sorted { $0.key < $1.key }.flatMap(\.value) }

    /// Rows above the lanes' watermarks.
    public var unconfirmedRows: Int { lanes.values.reduce(0) { $0 + Int($1.position - $1.confirmed) } }

    /// When the next timer of any lane is due.
    public var nextDue: Instant? { tables.compactMap { group, table in table.nextDue(resting: rests(in: group)) }.min() }

    /// A row as it is stored.
    public func state(_ key: String, in group: String) -> StateRow? { tables[group]?[key] }

    /// The stored rows of a group, in no order.
    public func states(of group: String) -> [StateRow] { tables[group].map { Array($0.rows.values) } ?? [] }

    /// Asks for something to be done with a dead letter, as an operator does.
    /// - Parameter lane: whose letter it is; `nil` where numbers cannot be mistaken.
    public func request(_ request: DeadLetterRow.Request, of lane: LaneID? = nil, number: Int64) {
        letters = letters.map { $0.number == number && $0.lane == lane ?? $0.lane ? $0.asking(request) : $0 }
    }

    /// Does what the erasure of a customer does: takes the lane as a worker would, changes a document, and leaves a row for the lane's owner to
    /// send.
    public func intervene(in lane: LaneID, putting row: StateRow, journal addition: (_ position: Int64) -> JournalRow) {
        lanes[lane, default: Lane()].epoch += 1
        lanes[lane, default: Lane()].position += 1
        tables[lane.group, default: MemoryTable()].put(row)
        journal[lane, default: []].append(addition(lanes[lane]?.position ?? 0))
    }

    func take(_ ids: [LaneID], _ rewaking: Rewaking) -> [LaneHolding] {
        ids.map { id in
            lanes[id, default: Lane()].epoch += mutation == .epochNotRaised ? 0 : 1
            rewake(id, rewaking)
            let lane = lanes[id] ?? Lane()
            return LaneHolding(
                lane: id, epoch: lane.epoch, offsets: lane.offsets, position: lane.position, confirmed: lane.confirmed,
                serial: lane.serial, nextDue: earliestDue(of: id), parked: letters.count { $0.lane == id },
                unconfirmed: unconfirmed(by: id, above: lane.confirmed))
        }
    }

    /// The journal's positions rise, so what is unconfirmed is its end.
    private func unconfirmed(by id: LaneID, above watermark: Int64) -> [JournalRow] {
        guard let rows = journal[id] else { return [] }
        let count = rows.reversed().prefix { $0.position > watermark }.count
        return Array(rows.suffix(count))
    }

    private func rewake(_ id: LaneID, _ rewaking: Rewaking) {
        guard let revision = rewaking.revisions[id.group], lanes[id]?.revision != revision else { return }
        lanes[id]?.revision = revision
        let timers = tables[id.group]?.timers(of: id) ?? []
        for (index, timer) in timers.enumerated() {
            guard let row = tables[id.group]?[timer.key] else { continue }
            let due = min(timer.due, rewaking.time(of: Int64(index) + 1))
            tables[id.group]?.put(StateRow(key: row.key, lane: row.lane, body: row.body, due: due, reference: row.reference))
        }
    }

    func load(_ batch: BatchLoad) -> LoadedBatch {
        var loaded = LoadedBatch()
        loaded.fenced = batch.lanes.filter { !stands($0) }.map(\.lane)
        guard loaded.fenced.isEmpty else { return loaded }
        for load in batch.groups { read(load, into: &loaded) }
        loaded.known = Set(batch.identities.compactMap(known))
        let asked = letters.filter { $0.request != nil }
        loaded.requested = letters.filter { letter in
            guard batch.requestLanes.contains(letter.lane) else { return false }
            // Those without a key do not wait for each other.
            return letter.request != nil || !letter.key.isEmpty && asked.contains { $0.lane == letter.lane && $0.key == letter.key }
        }
        return loaded
    }

    /// An event that a release took which kept no key and no digest is known under any key.
    private func known(_ asked: EventIdentity) -> EventIdentity? {
        if let index = taken.firstIndex(of: asked) { return taken[index] }
        let keyless = EventIdentity(lane: asked.lane, source: asked.source, id: asked.id)
        guard let index = taken.firstIndex(of: keyless), taken[index].digest == nil else { return nil }
        return EventIdentity(lane: asked.lane, key: asked.key, source: asked.source, id: asked.id)
    }

    private func read(_ load: GroupLoad, into loaded: inout LoadedBatch) {
        let name = load.group.name
        let table = tables[name] ?? MemoryTable()
        // What an operator asked about is decided on the state as it stands.
        let asked = letters.filter { $0.request != nil && $0.lane.group == name && load.requestLanes.contains($0.lane.number) }
        let keys = load.keys + Set(asked.map(\.key)).subtracting(load.keys).sorted()
        loaded.states[name] = keys.compactMap { table[$0] }.map { mutation == .sequenceNotChecked ? $0.withoutSequences() : $0 }
        loaded.parked[name] = parked[name] ?? []
        if let companion = load.group.companion, let companions = tables[companion] {
            loaded.companions[name] = keys.filter { table[$0] != nil }.flatMap { reference in
                companions.rows(referringTo: reference).map { CompanionRow(reference: reference, key: $0.key, body: $0.body) }
            }
        }
        if let wake = load.wake {
            let isResting = rests(in: name)
            let due = Set(wake.lanes).sorted().flatMap { number in
                table.timers(of: LaneID(group: name, number: number)).prefix { $0.due <= wake.now }.lazy.filter { !isResting($0.key) }
                    .prefix(wake.limit)
            }
            loaded.due[name] = due.sorted().prefix(wake.limit).compactMap { table[$0.key] }
        }
    }

    /// As the tables find it: what retention may have deleted is not missing.
    func missing(_ facts: [PublishedPosition]) -> [PublishedPosition] {
        let isEmptied = journal.values.allSatisfy(\.isEmpty) && lanes.values.contains { $0.position > 0 }
        guard !isEmptied else { return [] }
        let since = journal.values.compactMap { $0.first?.time }.max()
        return facts.filter { fact in
            !constraints.sequences.contains(MemoryConstraints.sequenceKey(of: fact)) && since.map { fact.at >= $0 } ?? true
        }
    }

    /// Whether the lanes are still those of the fences: in place of the lock that the tables would hold.
    func stand(_ fences: [LaneFence]) -> Bool { fences.allSatisfy(stands) }

    private func stands(_ fence: LaneFence) -> Bool {
        guard let lane = lanes[fence.lane] else { return false }
        guard mutation == .fenceByOffset else { return lane.epoch == fence.epoch }
        // Whoever would move the offsets forward may write, be it the owner of long ago.
        return fence.offsets.allSatisfy { (lane.offsets[$0.key] ?? 0) < $0.value }
    }

    func save(_ fences: [LaneFence], _ changes: BatchChanges) throws(StoreError) -> [LaneID: Instant] {
        try check(fences, changes)
        for fence in fences {
            lanes[fence.lane]?.offsets.merge(fence.offsets) { _, new in new }
            let lane = lanes[fence.lane] ?? Lane()
            let confirmed = mutation == .outboxDroppedEarly ? lane.position : lane.confirmed
            lanes[fence.lane]?.confirmed = max(confirmed, fence.confirmed)
        }
        for lane in changes.lanes {
            lanes[lane.lane]?.position = lane.position
            lanes[lane.lane]?.serial = lane.serial
        }
        for (group, rows) in changes.states {
            for row in rows { tables[group, default: MemoryTable()].put(mutated(row, by: changes)) }
        }
        for (group, keys) in changes.deletedRows { for key in keys { tables[group]?.remove(key) } }
        taken.formUnion(changes.identities)
        for row in changes.journal { journal[row.lane, default: []].append(row) }
        for row in changes.journal { constraints.admit(row) }
        file(changes)
        return Dictionary(uniqueKeysWithValues: changes.refreshDue.compactMap { id in earliestDue(of: id).map { (id, $0) } })
    }

    private func file(_ changes: BatchChanges) {
        let gone = changes.settledLetters + changes.failedReplays
        guard !gone.isEmpty || !changes.parked.isEmpty else { return }
        constraints.settle(MemoryConstraints.asked(changes.settledLetters, in: letters))
        letters.removeAll { letter in gone.contains { $0.lane == letter.lane && $0.number == letter.number } }
        letters += changes.failedReplays + changes.parked
        letters.sort { $0.number < $1.number }
        parked = Dictionary(grouping: letters, by: \.lane.group).mapValues { Set($0.map(\.key)) }
    }

    /// A timer that fires outside the transaction leaves behind the state it found.
    private func mutated(_ row: StateRow, by changes: BatchChanges) -> StateRow {
        guard mutation == .timerOutsideTransaction, !changes.refreshDue.isEmpty, let before = tables[row.lane.group]?[row.key] else {
            return row
        }
        return before
    }

    /// What the tables refuse of the numbers of lanes, before anything is taken.
    func admit(_ lanes: [LaneID]) throws(StoreError) { try constraints.check(lanes: lanes) }

    /// What the tables refuse of a fence: a mark beyond the last position.
    func admit(_ fences: [LaneFence]) throws(StoreError) {
        guard mutation == nil else { return }
        for fence in fences where stands(fence) && fence.confirmed > lanes[fence.lane]?.position ?? 0 {
            throw MemoryConstraints.refused("lane_check")
        }
    }

    private func check(_ fences: [LaneFence], _ changes: BatchChanges) throws(StoreError) {
        try constraints.checkValues(changes)
        guard mutation == nil else { return }
        try constraints.checkUnique(changes, taken: taken, letters: letters)
        for lane in changes.lanes {
            let watermark = fences.filter { $0.lane == lane.lane }.map(\.confirmed).max() ?? 0
            if lane.position < max(watermark, lanes[lane.lane]?.confirmed ?? 0) { throw MemoryConstraints.refused("lane_check") }
        }
    }

    private func earliestDue(of id: LaneID) -> Instant? {
        let isResting = rests(in: id.group)
        return tables[id.group]?.timers(of: id).first { !isResting($0.key) }?.due
    }

    /// Tells of a key whether its messages wait, and its timer with them.
    private func rests(in group: String) -> (String) -> Bool {
        let keys = parked[group] ?? []
        return { keys.contains($0) }
    }
}

extension DeadLetterRow {
    fileprivate func asking(_ request: Request) -> DeadLetterRow {
        DeadLetterRow(
            lane: lane, number: number, kind: kind, key: key, topic: topic, partition: partition, offset: offset,
            sealedMessage: sealedMessage, fault: fault, at: at, request: request, source: source, type: type)
    }
}
