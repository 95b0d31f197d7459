import Domain
import Foundation
import JSON
import Runtime

/// What the tables refuse: rows that are there already, values out of their range, texts and documents that the database cannot hold.
///
/// A promise of the protocol that is broken on purpose breaks its constraints, too; then only what a row is made of is checked.
struct MemoryConstraints {
    /// The numbers given out, one for each key, whatever the topic.
    private(set) var sequences: Set<String> = []
    /// The ids of alerts: each fires once.
    private var alerts: Set<String> = []
    private var positions: Set<Place> = []
    /// The letters that were replayed or discarded at somebody's request.
    private var settled: Set<Place> = []
    private let reader: JSONReader?

    /// A row by the number that its lane gives.
    private struct Place: Hashable {
        let lane: LaneID
        let number: Int64
    }

    init() {
        reader = try? JSONReader()
    }

    private static let lanes = 0...Int32(999)

    // MARK: What is there

    mutating func admit(_ row: JournalRow) {
        positions.insert(Place(lane: row.lane, number: row.position))
        if let sequenceKey = row.sequenceKey { sequences.insert(sequenceKey) }
        if row.topic == Self.alertTopic { alerts.insert(row.id) }
    }

    /// Retention has deleted rows; these are left.
    mutating func retain(only rows: [JournalRow]) {
        (sequences, alerts, positions) = ([], [], [])
        for row in rows { admit(row) }
    }

    mutating func settle(_ letters: [DeadLetterRow]) { settled.formUnion(letters.map { Place(lane: $0.lane, number: $0.number) }) }

    static func sequenceKey(of fact: PublishedPosition) -> String { "\(fact.key) \(fact.sequence)" }

    // MARK: Checks

    func check(lanes: [LaneID]) throws(StoreError) {
        for lane in lanes where !Self.lanes.contains(lane.number) { throw Self.refused("lane_lane_check") }
    }

    /// - Parameters:
    ///   - taken: what was taken before.
    ///   - letters: what lies in the dead letters.
    func checkUnique(_ changes: BatchChanges, taken: Set<EventIdentity>, letters: [DeadLetterRow]) throws(StoreError) {
        var new = MemoryConstraints(noReader: ())
        for row in changes.journal {
            let place = Place(lane: row.lane, number: row.position)
            if positions.contains(place) || new.positions.contains(place) { throw Self.refused("journal_pkey") }
            if let sequenceKey = row.sequenceKey, sequences.contains(sequenceKey) || new.sequences.contains(sequenceKey) {
                throw Self.refused("journal_sequence")
            }
            if row.topic == Self.alertTopic, alerts.contains(row.id) || new.alerts.contains(row.id) { throw Self.refused("journal_alert") }
            new.admit(row)
        }
        let identities = Set(changes.identities)
        if identities.count < changes.identities.count || !taken.isDisjoint(with: identities) { throw Self.refused("taken_event_pkey") }
        for (group, rows) in changes.states where Set(rows.map(\.key)).count < rows.count { throw Self.refused("\(group)_state_pkey") }
        // A letter may be parked under the number of one that this very batch settles only in the batch after it.
        var numbers = Set(letters.map { Place(lane: $0.lane, number: $0.number) })
        for letter in changes.parked where !numbers.insert(Place(lane: letter.lane, number: letter.number)).inserted {
            throw Self.refused("dead_letter_pkey")
        }
        for letter in Self.asked(changes.settledLetters, in: letters)
        where settled.contains(Place(lane: letter.lane, number: letter.number)) { throw Self.refused("settled_letter_pkey") }
    }

    /// Those that somebody had asked for: they are kept.
    static func asked(_ gone: [DeadLetterRow], in letters: [DeadLetterRow]) -> [DeadLetterRow] {
        letters.filter { letter in letter.request != nil && gone.contains { $0.lane == letter.lane && $0.number == letter.number } }
    }

    /// No text of the database holds a NUL character, and a document is JSON.
    func checkValues(_ changes: BatchChanges) throws(StoreError) {
        for row in changes.states.values.joined() {
            try Self.check(row.key, row.reference)
            try check(document: row.body)
        }
        for row in changes.journal { try Self.check(row.topic, row.key, row.id, row.type, row.traceParent) }
        for identity in changes.identities { try Self.check(identity.source, identity.id) }
        for letter in changes.parked + changes.failedReplays {
            try Self.check(letter.key, letter.origin.topic, letter.sealedMessage.ciphertext)
            try Self.check(letter.fault?.field, letter.fault?.problem, letter.fault?.expected)
        }
    }

    private static func check(_ texts: String?...) throws(StoreError) {
        for case let text? in texts where text.utf8.contains(0) { throw refused("text") }
    }

    private func check(document: Data) throws(StoreError) {
        if Self.holdsNul(document) { throw Self.refused("body") }
        guard let reader else { return }
        do {
            _ = try reader.parseElement(document)
        } catch {
            throw Self.refused("body")
        }
    }

    /// Whether a document holds, as JSON writes it, the character that no text of the database may hold. A backslash may itself be escaped.
    private static func holdsNul(_ body: Data) -> Bool {
        guard body.range(of: Data(#"\u0000"#.utf8)) != nil else { return false }
        return String(decoding: body, as: UTF8.self).replacingOccurrences(of: #"\\"#, with: "").contains(#"\u0000"#)
    }

    static func refused(_ field: String) -> StoreError {
        .refused(Fault(field: field, problem: "is refused by the store", expected: "data that fits the tables"))
    }

    private static let alertTopic = "redress.alerts"

    /// For what a single batch brings: it reads no documents.
    private init(noReader: Void) { reader = nil }
}

extension JournalRow {
    fileprivate var sequenceKey: String? { sequence.map { "\(key) \($0)" } }
}
