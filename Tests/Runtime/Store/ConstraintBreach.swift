import Domain
import Foundation
import Runtime
import Testing

/// One way to break a constraint of the tables through the lane store.
struct ConstraintBreach: Sendable, CustomTestStringConvertible {
    /// As PostgreSQL names it; more than one where every group's table of states has its own.
    let constraints: Set<String>
    let way: String
    /// Whose tables have it.
    let service: String
    /// What is written before, with success.
    let before: @Sendable (any StoreWorld, any LaneStore, LaneHolding) throws -> Void
    /// What is refused; the lane was taken again.
    let breaks: @Sendable (any LaneStore, LaneHolding) throws -> Void

    /// The lane that it is about; a service has not every group.
    var lane: LaneID { service == "intake" ? Rows.line : Rows.complaint }

    var testDescription: String { "\(constraints.sorted().joined(separator: ", ")): \(way)" }

    private init(
        _ constraints: String..., way: String,
        before: @escaping @Sendable (any StoreWorld, any LaneStore, LaneHolding) throws -> Void = { _, _, _ in },
        breaks: @escaping @Sendable (any LaneStore, LaneHolding) throws -> Void
    ) {
        self.constraints = Set(constraints)
        self.way = way
        service = "intake"
        self.before = before
        self.breaks = breaks
    }

    /// A breach that is a batch of its own.
    private init(
        _ constraints: String..., way: String, service: String = "intake",
        after: (@Sendable (inout BatchChanges) -> Void)? = nil, batch: @escaping @Sendable (inout BatchChanges) -> Void
    ) {
        self.constraints = Set(constraints)
        self.way = way
        self.service = service
        before = { _, store, holding in if let after { try store.transact(holding, after) } }
        breaks = { store, holding in try store.transact(holding, batch) }
    }

    static let all = lanes + journal + taken + letters + states + texts

    private static let lanes = [
        ConstraintBreach("lane_lane_check", way: "a lane above 999") { store, _ in
            _ = try store.take(LaneID(group: "line", number: 1_000))
        },
        ConstraintBreach("lane_lane_check", way: "a lane below 0") { store, _ in _ = try store.take(LaneID(group: "line", number: -1)) },
        ConstraintBreach("lane_check", way: "a mark beyond the last position") { store, holding in
            _ = try store.begin(holding.load(confirmed: holding.position + 1))
        },
        ConstraintBreach(
            "lane_check", way: "a position that falls below the mark",
            before: { _, store, holding in
                try store.transact(holding) { $0.lanes = [LaneAdvance(lane: Rows.line, position: 5, serial: 1)] }
                try store.transact(holding, confirmed: 5)
            },
            breaks: { store, holding in
                try store.transact(holding) { $0.lanes = [LaneAdvance(lane: Rows.line, position: 4, serial: 2)] }
            }),
    ]

    private static let journal = [
        ConstraintBreach(
            "journal_pkey", way: "a position given before", after: { $0.journal = [Rows.event(1)] },
            batch: { $0.journal = [Rows.event(1, sequence: 9)] }),
        ConstraintBreach("journal_pkey", way: "a position twice in a batch") { $0.journal = [Rows.forwarded(1), Rows.forwarded(1)] },
        ConstraintBreach(
            "journal_sequence", way: "a number given before", after: { $0.journal = [Rows.event(1)] },
            batch: { $0.journal = [Rows.event(2, sequence: 1)] }),
        ConstraintBreach(
            "journal_sequence", way: "a number given before, on another topic", after: { $0.journal = [Rows.event(1)] },
            batch: { $0.journal = [Rows.event(2, sequence: 1, topic: "redress.work-order-commands")] }),
        ConstraintBreach(
            "journal_sequence", way: "a number given before, by another lane", after: { $0.journal = [Rows.event(1)] },
            batch: { $0.journal = [Rows.event(1, sequence: 1, lane: Rows.otherLine)] }),
        ConstraintBreach("journal_sequence", way: "a number twice in a batch") {
            $0.journal = [Rows.event(1, sequence: 1), Rows.event(2, sequence: 1)]
        },
        ConstraintBreach("journal_sequence", way: "a number twice in a large batch") {
            $0.journal = (1...200).map { Rows.event($0) } + [Rows.event(201, sequence: 7)]
        },
        ConstraintBreach(
            "journal_alert", way: "an alert told before", service: "sla_monitor", after: { $0.journal = [Rows.alert(1, "C1/a/1")] },
            batch: { $0.journal = [Rows.alert(2, "C1/a/1")] }),
        ConstraintBreach("journal_alert", way: "an alert twice in a batch", service: "sla_monitor") {
            $0.journal = [Rows.alert(1, "C1/a/1"), Rows.alert(2, "C1/a/1")]
        },
    ]

    private static let event = EventIdentity(lane: Rows.line, source: "/gateway", id: "1")
    private static let taken = [
        ConstraintBreach(
            "taken_event_pkey", way: "an event taken before", after: { $0.identities = [event] }, batch: { $0.identities = [event] }),
        ConstraintBreach("taken_event_pkey", way: "an event twice in a batch") { $0.identities = [event, event] },
        ConstraintBreach("taken_event_pkey", way: "an event twice in a large batch") {
            $0.identities = (1...200).map { EventIdentity(lane: Rows.line, source: "/gateway", id: "\($0)") } + [event]
        },
    ]

    private static let letters = [
        ConstraintBreach(
            "dead_letter_pkey", way: "a number given before", after: { $0.parked = [Rows.letter(1, .poison)] },
            batch: { $0.parked = [Rows.letter(1, .waiting)] }),
        ConstraintBreach("dead_letter_pkey", way: "a number twice in a batch") {
            $0.parked = [Rows.letter(1, .poison), Rows.letter(1, .waiting)]
        },
        ConstraintBreach(
            "settled_letter_pkey", way: "a letter that was settled before under its number",
            before: { world, store, holding in
                for turn in 0..<2 {
                    try store.transact(holding) { $0.parked = [Rows.letter(1, .poison)] }
                    try world.request(.discard, Rows.letter(1, .poison))
                    if turn == 0 { try store.transact(holding) { $0.settledLetters = [Rows.letter(1, .poison)] } }
                }
            },
            breaks: { store, holding in try store.transact(holding) { $0.settledLetters = [Rows.letter(1, .poison)] } }),
    ]

    private static let states = [
        ConstraintBreach(
            "line_state_pkey", "complaint_state_pkey", "unit_state_pkey", "risk_state_pkey", "gateway_text_state_pkey",
            way: "a key twice in a batch"
        ) { $0.states = ["line": [Rows.state("token-1"), Rows.state("token-1")]] }
    ]

    /// What no constraint says and the server's types do.
    private static let texts = [
        ConstraintBreach(way: "a document that is no JSON") { $0.states = ["line": [Rows.state("token-1", "{")]] },
        ConstraintBreach(way: "a document with a NUL character") { $0.states = ["line": [Rows.state("token-1", "{\"a\":\"\\u0000\"}")]] },
        ConstraintBreach(way: "a key with a NUL character") { $0.states = ["line": [Rows.state("token\0")]] },
        ConstraintBreach(way: "a reference with a NUL character") { $0.states = ["line": [Rows.state("token", reference: "r\0")]] },
        ConstraintBreach(way: "an id with a NUL character") {
            $0.identities = [EventIdentity(lane: Rows.line, source: "/gateway", id: "1\0")]
        },
        ConstraintBreach(way: "many ids, one with a NUL character") {
            $0.identities = (1...200).map { number in
                EventIdentity(lane: Rows.line, source: "/gateway", id: number == 9 ? "9\0" : "\(number)")
            }
        },
        ConstraintBreach(way: "an event's key with a NUL character") { $0.journal = [Rows.event(1, key: "C\0")] },
        ConstraintBreach(way: "a letter whose fault has a NUL character") { $0.parked = [Rows.letter(1, .poison, problem: "is not \0")] },
        ConstraintBreach(way: "a letter whose key has a NUL character") { $0.parked = [Rows.letter(1, .poison, key: "k\0")] },
    ]
}
