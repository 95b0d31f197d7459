import Contracts
import Domain
import Foundation
import JSON

/// Gives a typed handler the face of any lane handler.
final class LaneHandlerBox<Handler: LaneHandler>: AnyLaneHandler {
    let handler: Handler
    let wireCoder = WireCoder()
    private let encoder = DocumentEncoder()
    private let decoder: DocumentDecoder

    init(_ handler: Handler) {
        self.handler = handler
        do {
            decoder = DocumentDecoder(try JSONReader())
        } catch {
            preconditionFailure("no memory for a reader: \(error)")
        }
    }

    var group: LaneGroup { handler.group }

    func stateKey(forMessageKey key: String) -> String { handler.stateKey(forMessageKey: key) }

    func read(_ event: CloudEvent, from topic: String) throws(Fault) -> AnyReading {
        switch try handler.read(event, from: topic) {
        case .input(let input, let stateKey, let messageKey): .input(input, stateKey: stateKey, messageKey: messageKey)
        case .rejected(let input, let stateKey, let messageKey): .rejected(input, stateKey: stateKey, messageKey: messageKey)
        case .refused(let input, let stateKey, let messageKey, let refusal):
            .refused(input, stateKey: stateKey, messageKey: messageKey, refusal)
        case .guarded(let command, let stateKey, let messageKey):
            if let refusal = command.verdict() {
                .refused(command.answer(refusal), stateKey: stateKey, messageKey: messageKey, refusal)
            } else if command.isValid {
                .input(command.input, stateKey: stateKey, messageKey: messageKey)
            } else {
                .rejected(command.input, stateKey: stateKey, messageKey: messageKey)
            }
        case .skipped: .skipped
        case .ignored: .ignored
        }
    }

    func input(of event: CloudEvent, from topic: String, refusal: CommandGate.Refusal?) throws(Fault) -> any Sendable {
        switch try handler.read(event, from: topic) {
        case .guarded(let command, _, _): refusal.map(command.answer) ?? command.input
        case .input(let input, _, _) where refusal == nil: input
        case .rejected(let input, _, _) where refusal == nil: input
        case .refused(let input, _, _, _) where refusal != nil: input
        case .input, .rejected, .refused, .skipped, .ignored:
            throw Fault(field: "", problem: "reads differently the second time", expected: "the same input")
        }
    }

    func refusal(
        of event: CloudEvent, from topic: String, _ fault: Fault, id: String, at now: Instant
    ) throws(Fault) -> OutboundEvent? {
        try handler.refusal(of: event, from: topic, fault, id: id, at: now)
    }

    func open(_ loaded: LoadedBatch, now: Instant, eventBytes: Int) -> any AnyHandlerSession {
        HandlerSession(box: self, loaded: loaded, now: now, eventBytes: eventBytes)
    }

    func decode(_ row: StateRow) throws(Fault) -> StoredState<Handler.State> {
        do {
            return try decoder.decode(StoredState<Handler.State>.self, from: row.body)
        } catch {
            throw Fault(field: "state", problem: "cannot be read as this release writes it", expected: "a state of \(group.name)")
        }
    }

    func encode(_ state: StoredState<Handler.State>) throws(Fault) -> Data {
        do {
            return try encoder.encode(state)
        } catch {
            throw Fault(field: "state", problem: "cannot be encoded", expected: "finite numbers and valid text")
        }
    }
}
