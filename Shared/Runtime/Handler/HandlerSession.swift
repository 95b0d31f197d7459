import Contracts
import Domain
import Foundation

/// The working copies of one batch at one lane handler.
final class HandlerSession<Handler: LaneHandler>: AnyHandlerSession {
    /// One state. A class, as a state is large and what is generic copies it member by member; it changes only once nothing can fail any more.
    private final class Entry {
        let lane: LaneID
        var stored: StoredState<Handler.State>
        var due: Instant?
        var reference: String?
        var isChanged = false
        let wasStored: Bool

        init(_ lane: LaneID, _ stored: StoredState<Handler.State>, due: Instant? = nil, reference: String? = nil, wasStored: Bool) {
            self.lane = lane
            self.stored = stored
            self.due = due
            self.reference = reference
            self.wasStored = wasStored
        }
    }

    private let box: LaneHandlerBox<Handler>
    private let now: Instant
    private let eventBytes: Int
    private var rows: [String: StateRow]
    private var companions: [String: [CompanionRow]]
    private var entries: [String: Entry] = [:]

    init(box: LaneHandlerBox<Handler>, loaded: LoadedBatch, now: Instant, eventBytes: Int) {
        self.box = box
        self.now = now
        self.eventBytes = eventBytes
        let name = box.group.name
        rows = Dictionary(
            (loaded.states[name] ?? []).map { ($0.key, $0) } + (loaded.due[name] ?? []).map { ($0.key, $0) },
            uniquingKeysWith: { first, _ in first })
        companions = Dictionary(grouping: loaded.companions[name] ?? [], by: \.reference)
    }

    func received(key: String, topic: String) throws(Fault) -> Int64 {
        try entry(key, lane: nil)?.stored.received[topic] ?? 0
    }

    func note(key: String, lane: LaneID, topic: String, sequence: Int64) throws(Fault) {
        let entry = try entry(key, lane: lane) ?? fresh(lane)
        entry.stored.received[topic] = sequence
        entry.isChanged = true
        entries[key] = entry
    }

    func decide(
        _ input: any Sendable, key: String, lane: LaneID, fact: FactCursor?, serial: Serial, sealing: InputSealing?
    ) throws(Fault) -> [SequencedEvent] {
        let entry = try entry(key, lane: lane) ?? fresh(lane)
        let sealed = try sealing?.input(for: entry.stored.key)
        guard let input = (sealed?.input ?? input) as? Handler.Input else {
            throw Fault(field: "", problem: "was read for another lane handler", expected: "an input of \(box.group.name)")
        }
        let outcome = try box.handler.decide(
            input, state: entry.stored.state, companions: companions[key] ?? [], now: now, serial: serial)
        // Before anything is taken over: a number given to an event that never leaves would be a gap to every reader.
        if let big = outcome.events.first(where: { $0.data.count > eventBytes }) {
            throw Fault(
                field: "", problem: "leads to an event \(big.type) of \(big.data.count) bytes",
                expected: "at most \(eventBytes) bytes, so that the broker takes it")
        }
        // What was refused leaves nothing behind, and so needs no key.
        let made = outcome.state == nil ? nil : sealed?.newKey
        let keyEvent = try made.map { key throws(Fault) in
            SequencedEvent(event: try OutboundEvent(key, box.wireCoder), sequence: nil)
        }
        if let fact { entry.stored.received[fact.topic] = fact.sequence }
        if box.handler.followsOneComplaint, outcome.state != nil, let flow = fact?.correlationID, entry.stored.correlation == nil {
            entry.stored.correlation = flow
        }
        let events = Self.apply(outcome, to: entry, now: now)
        if let made { entry.stored.key = made.wrapped }
        entries[key] = entry
        guard let keyEvent else { return events }
        return [keyEvent] + events
    }

    func wake(key: String, lane: LaneID, serial: Serial) throws(Fault) -> Waking? {
        guard let entry = try entry(key, lane: lane), let due = entry.due, due <= now else { return nil }
        let since = max(due, entry.stored.armed ?? due)
        let events = try decide(box.handler.wake(key: key), key: key, lane: lane, fact: nil, serial: serial, sealing: nil)
        return Waking(events: events, since: since)
    }

    func disarm(key: String, lane: LaneID) {
        if let entry = entries[key] {
            entry.due = nil
            entry.isChanged = true
        } else if let row = rows[key] {
            unreadable.append(StateRow(key: key, lane: lane, body: row.body, due: nil, reference: row.reference))
        }
    }

    /// States that could not be read, put back as they are but without their timer.
    private var unreadable: [StateRow] = []

    func changes() throws(Fault) -> StateChanges {
        var changes = StateChanges(stored: unreadable)
        for (key, entry) in entries where entry.isChanged {
            if entry.stored.isEmpty {
                if entry.wasStored { changes.deletedRows.append(key) }
            } else {
                changes.stored.append(
                    StateRow(
                        key: key, lane: entry.lane, body: try box.encode(entry.stored), due: entry.due, reference: entry.reference))
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
        if let entry = entries[key] { return entry }
        guard let row = rows[key] else { return nil }
        let entry = Entry(lane ?? row.lane, try box.decode(row), due: row.due, reference: row.reference, wasStored: true)
        entries[key] = entry
        return entry
    }

    private func fresh(_ lane: LaneID) -> Entry {
        Entry(lane, StoredState(state: nil, received: [:], sent: [:]), wasStored: false)
    }
}
