import Contracts
import Domain
import Foundation
import Runtime

/// The plainest service there can be: counts the messages of each key, says so, and is woken once after each.
struct TallyHandler: LaneHandler {
    struct State: Codable, Sendable {
        var count = 0
        var wakes = 0
    }

    enum Input: Sendable {
        case message(String)
        case wake
    }

    let group = LaneGroup(name: "tally", topics: [InputTopic("in", .outsiders)])

    func stateKey(forMessageKey key: String) -> String { key }

    func read(_ event: CloudEvent, from topic: String) throws(Fault) -> Reading<Input> {
        guard let key = event.subject else { throw Fault(field: "subject", problem: "is missing", expected: "a key") }
        return .of(key, .message(event.id))
    }

    func wake(key: String) -> Input { .wake }

    func decide(
        _ input: Input, state: State?, companions: [CompanionRow], now: Instant, serial: Serial
    ) throws(Fault) -> Outcome<State> {
        var state = state ?? State()
        switch input {
        case .message("poison"): throw Fault(field: "id", problem: "is poison", expected: "anything else")
        case .message(let id):
            state.count += 1
            return Outcome(
                state: state, due: now.adding(.milliseconds(50)),
                events: [OutboundEvent(topic: "out", key: id.keyOfID, type: "counted", data: Data("\"\(id)\"".utf8))])
        case .wake:
            state.wakes += 1
            return Outcome(state: state)
        }
    }
}

extension String {
    /// Message ids here are `<key>#<number>`.
    var keyOfID: String { String(prefix { $0 != "#" }) }
}

extension TallyHandler.State: Document {
    init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        count = try fields.required("count")
        wakes = try fields.required("wakes")
    }

    func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("count", count)
        writer.write("wakes", wakes)
    }
}
