import Contracts
import Domain
import Foundation

/// The states of one batch of one handler: working copies, changed by each decision, stored at the end.
final class HandlerSession<Handler: LaneHandler> {
    /// One state. A class, as a state is large and what is generic copies it member by member; it changes only once nothing can fail any more.
    private final class Entry {
        let lane: LaneID
        var stored: StoredState<Handler.State>
        var due: Instant?
        var reference: String?
        var isChanged = false
        /// Seals what is said to it; made with the first message that says something.
        var seal: DocumentSeal?
        let wasStored: Bool
        /// Whether the session has it among its entries; one that is made for a message becomes one of them with its decision.
        var isKept: Bool

        init(_ lane: LaneID, _ stored: StoredState<Handler.State>, due: Instant? = nil, reference: String? = nil, wasStored: Bool) {
            self.lane = lane
            self.stored = stored
            self.due = due
            self.reference = reference
            self.wasStored = wasStored
            isKept = wasStored
        }
    }

    /// What there is under a key: its row as it was loaded, until somebody asks for it, and then its working copy. Both lie here, so that a key is
    /// looked up once.
    private enum Slot {
        case row(StateRow)
        case entry(Entry)
    }

    private let lanes: HandlerLanes<Handler>
    private let now: Instant
    private let companions: [String: [CompanionRow]]
    private var slots: [String: Slot] = [:]
    /// The entry that was asked for last, as several questions are asked of each message's.
    private var latest: (key: String, entry: Entry)?

    /// - Parameter expected: how many keys it is asked for.
    init(_ lanes: HandlerLanes<Handler>, _ loaded: LoadedBatch, expecting expected: Int, now: Instant) {
        self.lanes = lanes
        self.now = now
        let name = lanes.group.name
        let (states, due) = (loaded.states[name] ?? [], loaded.due[name] ?? [])
        slots.reserveCapacity(max(states.count + due.count, expected))
        for row in due { slots[row.key] = .row(row) }
        for row in states { slots[row.key] = .row(row) }
        companions = Dictionary(grouping: loaded.companions[name] ?? [], by: \.reference)
    }

    /// The highest sequence taken from a topic of facts; 0 for none.
    func received(key: String, topic: String) throws(Fault) -> Int64 {
        try entry(key, lane: nil)?.stored.received[topic] ?? 0
    }

    /// Notes a fact that needs no decision, so that the next one is no gap.
    func note(key: String, lane: LaneID, topic: String, sequence: Int64) throws(Fault) {
        let entry = try entry(key, lane: lane) ?? fresh(lane)
        entry.stored.received[topic] = sequence
        entry.isChanged = true
        keep(entry, key)
    }

    /// What deciding a message gave.
    struct Decided {
        let events: [SequencedEvent]
        /// Whether it was an input, rather than the answer to one that is not valid.
        let isValid: Bool
    }

    /// Seals what has to be sealed by the document's key, and decides. A fault leaves the working copy as it was.
    func decide(
        _ draft: Draft<Handler.Input>, key: String, lane: LaneID, fact: FactCursor?, serial: Serial
    ) throws(Fault) -> Decided {
        let entry = try entry(key, lane: lane) ?? fresh(lane)
        var seal: DocumentSeal?
        let checked: CheckedInput<Handler.Input>
        switch draft {
        case .complete(let input): checked = input
        case .unsealed(let sealing):
            let own = entry.seal ?? lanes.context.sealer.documentSeal(keeping: entry.stored.key)
            seal = own
            checked = try sealing(own)
        }
        switch checked {
        case .valid(let input): return Decided(events: try decide(input, key, entry, fact, serial, seal), isValid: true)
        case .invalid(let answer): return Decided(events: try decide(answer, key, entry, fact, serial, seal), isValid: false)
        }
    }

    private func decide(
        _ input: Handler.Input, _ key: String, _ entry: Entry, _ fact: FactCursor?, _ serial: Serial, _ seal: DocumentSeal?
    ) throws(Fault) -> [SequencedEvent] {
        let outcome = try lanes.handler.decide(
            input, state: entry.stored.state, companions: companions[key] ?? [], now: now, serial: serial)
        // Before anything is taken over: a number given to an event that never leaves would be a gap to every reader.
        let limit = lanes.context.settings.messageBytes
        if let big = outcome.events.first(where: { $0.size > limit }) {
            throw Fault(
                field: "", problem: "leads to an event \(big.type) of \(big.size) bytes",
                expected: "at most \(limit) bytes, so that the broker takes it")
        }
        // What was refused leaves nothing behind, and so needs no key.
        let made = try outcome.state == nil ? nil : seal?.newKey()
        let keyEvent = made.map { SequencedEvent(event: OutboundEvent($0, lanes.context.coder), sequence: nil) }
        if let fact { entry.stored.received[fact.topic] = fact.sequence }
        if lanes.handler.followsOneComplaint, outcome.state != nil, let flow = fact?.correlationID, entry.stored.correlation == nil {
            entry.stored.correlation = flow
        }
        let events = Self.apply(outcome, to: entry, now: now)
        if let made {
            entry.stored.key = made.wrapped
            seal?.keepNewKey()
        }
        if outcome.state != nil { entry.seal = seal ?? entry.seal }
        keep(entry, key)
        guard let keyEvent else { return events }
        return [keyEvent] + events
    }

    /// Wakes a state if it is still due; `nil` where its timer was superseded meanwhile, as by a message of the same batch.
    func wake(key: String, lane: LaneID, serial: () -> Serial) throws(Fault) -> Waking? {
        guard let entry = try entry(key, lane: lane), let due = entry.due, due <= now else { return nil }
        let since = max(due, entry.stored.armed ?? due)
        return Waking(events: try decide(lanes.handler.wake(key: key), key, entry, nil, serial(), nil), since: since)
    }

    /// Takes a state's timer away, since waking it fails.
    func disarm(key: String, lane: LaneID) {
        switch slots[key] {
        case .entry(let entry)?:
            entry.due = nil
            entry.isChanged = true
        case .row(let row)?: unreadable.append(StateRow(key: key, lane: lane, body: row.body, due: nil, reference: row.reference))
        case nil: break
        }
    }

    /// States that could not be read, put back as they are but without their timer.
    private var unreadable: [StateRow] = []

    /// What has changed, encoded.
    func changes() -> StateChanges {
        var changes = StateChanges(stored: unreadable)
        changes.stored.reserveCapacity(slots.count)
        for (key, slot) in slots {
            guard case .entry(let entry) = slot, entry.isChanged else { continue }
            if entry.stored.isEmpty {
                if entry.wasStored { changes.deletedRows.append(key) }
            } else {
                changes.stored.append(
                    StateRow(
                        key: key, lane: entry.lane, body: lanes.encode(&entry.stored), due: entry.due, reference: entry.reference))
                if !entry.wasStored { changes.added.insert(key) }
            }
        }
        return changes
    }

    private static func apply(_ outcome: Outcome<Handler.State>, to entry: Entry, now: Instant) -> [SequencedEvent] {
        entry.stored.state = outcome.state
        // A timer that stands as it stood was set when it was.
        if outcome.due != entry.due { entry.stored.armed = outcome.due.map { $0 <= now } == true ? now : nil }
        entry.due = outcome.due
        entry.reference = outcome.reference ?? entry.reference
        entry.isChanged = true
        let events = outcome.events.map { event in
            var event = event
            event.correlationID = event.correlationID ?? entry.stored.correlation
            guard event.isSequenced else { return SequencedEvent(event: event, sequence: nil) }
            let sequence = (entry.stored.sent[event.key] ?? 0) + 1
            entry.stored.sent[event.key] = sequence
            return SequencedEvent(event: event, sequence: sequence)
        }
        if let live = outcome.liveKeys {
            let kept = Set(live).union(outcome.events.map(\.key))
            entry.stored.sent = entry.stored.sent.filter { kept.contains($0.key) }
        }
        return events
    }

    private func entry(_ key: String, lane: LaneID?) throws(Fault) -> Entry? {
        if let latest, latest.key == key { return latest.entry }
        let entry: Entry
        switch slots[key] {
        case .entry(let known)?: entry = known
        case .row(let row)?:
            entry = Entry(lane ?? row.lane, try lanes.decode(row), due: row.due, reference: row.reference, wasStored: true)
            slots[key] = .entry(entry)
        case nil: return nil
        }
        latest = (key, entry)
        return entry
    }

    private func keep(_ entry: Entry, _ key: String) {
        guard !entry.isKept else { return }
        slots[key] = .entry(entry)
        entry.isKept = true
    }

    private func fresh(_ lane: LaneID) -> Entry {
        Entry(lane, StoredState(state: nil, received: [:], sent: [:]), wasStored: false)
    }
}

/// What waking a state gave.
struct Waking {
    let events: [SequencedEvent]
    /// Since when its timer could have fired: when it was due, or was set if that was later.
    let since: Instant
}

/// Which fact an input is.
struct FactCursor {
    let topic: String
    let sequence: Int64
    /// The flow that the fact belongs to.
    let correlationID: String?
}
