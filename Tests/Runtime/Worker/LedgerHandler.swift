import Contracts
import Domain
import Foundation
import Runtime

/// A service for tests: it writes down the messages of each key and says so, and its events' types say what shall go wrong.
struct LedgerHandler: LaneHandler {
    struct State: Codable, Sendable, Equatable {
        var noted: [String] = []
    }

    /// What a message makes the service do.
    enum Kind: String, Sendable {
        case noted
        /// Cannot be decided.
        case poison
        /// Leads to an event no broker takes.
        case big
        /// Leads to a state no database takes.
        case nul
        /// Is not let in; its answer is what a message with `-refused` after its id says.
        case forged
        /// Sets a timer of one minute.
        case later
        /// Sets a timer that is due three days ago.
        case overdue
        /// Is of a known key and not valid; its answer is what a message with `-rejected` after its id says.
        case invalid
    }

    enum Input: Sendable {
        case message(Kind, String)
        case wake(String)
    }

    let followsOneComplaint = true
    let group = LaneGroup(name: "ledger", topics: [InputTopic("commands", .outsiders), InputTopic("facts", .facts)])

    func stateKey(forMessageKey key: String) -> String { key }

    func read(_ event: CloudEvent, from topic: String) throws(Fault) -> Reading<Input> {
        guard let key = event.subject else { throw Fault(field: "subject", problem: "is missing", expected: "a key") }
        guard let kind = Kind(rawValue: event.type) else { return event.type == "stranger" ? .ignored : .skipped }
        if kind == .invalid {
            return .input(.complete(.invalid(answer: .message(.noted, "\(event.id)-rejected"))), stateKey: key, messageKey: key)
        }
        if kind == .forged {
            let fault = Fault(field: "dssematerial", problem: "is missing", expected: "a signature")
            let command = GuardedCommand<Input>(
                .complete(.valid(.message(kind, event.id))), answer: { _ in .message(.noted, "\(event.id)-refused") },
                verdict: { CommandGate.Refusal(fault: fault, sender: nil) })
            return .command(command, stateKey: key, messageKey: key)
        }
        return .of(key, .message(kind, event.id))
    }

    /// Who has given a type is answered.
    func refusal(of event: CloudEvent, from topic: String, _ fault: Fault, id: String, at now: Instant) -> OutboundEvent? {
        guard !event.type.isEmpty else { return nil }
        return OutboundEvent(
            unsequenced: "out", key: event.source, type: "refusal", id: id,
            data: Data("\"\(event.id): \(fault.field) \(fault.problem)\"".utf8))
    }

    func wake(key: String) -> Input { .wake(key) }

    func decide(
        _ input: Input, state: State?, companions: [CompanionRow], now: Instant, serial: Serial
    ) throws(Fault) -> Outcome<State> {
        var state = state ?? State()
        switch input {
        case .wake(let key):
            state.noted.append("woken")
            return Outcome(state: state, events: [Self.event("\(key)-woken", size: 0)])
        case .message(.poison, _):
            throw Fault(field: "data.amount", problem: "is negative", expected: "0 or more")
        case .message(let kind, let id):
            state.noted.append(kind == .nul ? "\0" : id)
            let due: Instant? =
                switch kind {
                case .later: now.adding(.minutes(1))
                case .overdue: now.adding(.days(-3))
                case .noted, .poison, .big, .nul, .forged, .invalid: nil
                }
            // An id that names no key says nothing: two keys may have been sent it.
            let events = id.contains("-") ? [Self.event(id, size: kind == .big ? 2_000_000 : 0)] : []
            return Outcome(state: state, due: due, events: events)
        }
    }

    /// Ids are `<key>-<word>`, so an event's key is its id's beginning.
    private static func event(_ id: String, size: Int) -> OutboundEvent {
        OutboundEvent(
            topic: "out", key: String(id.prefix { $0 != "-" }), type: "noted",
            data: Data("\"\(id)\(String(repeating: "x", count: size))\"".utf8))
    }
}

extension LedgerHandler.State: Document {
    init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        noted = try fields.required("noted")
    }

    func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("noted", noted)
    }
}
