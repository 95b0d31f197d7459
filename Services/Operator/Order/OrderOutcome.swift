import Contracts
import Domain
import Foundation
import Kafka

/// What became of a command, as far as its service has said.
enum OrderOutcome {
    /// It led to this event.
    case done(type: String, EventAccount)
    case refused(Fault, state: String)
    /// No such complaint is registered; the command waits for it until then, and is refused.
    case waiting(until: Instant)
    /// Nothing was said in time: the service is away or behind, or the command waits, or it changed nothing.
    case unknown

    /// Reads one message of the outcome's topic; `nil` when it is not about the command.
    ///
    /// A refusal and the word that a command waits name its source and id; any other event carries the command's trace.
    init?(_ message: ConsumedMessage, of command: CloudEvent, coder: WireCoder, times: TimeText) throws(Fault) {
        let event = try CloudEventReader.read(value: message.value, headers: message.headers)
        if event.type.hasSuffix(".command-rejected.v1") {
            let refusal = try coder.decode(CommandRejected.self, from: event.data)
            guard refusal.commandSource == command.source, refusal.commandID == command.id else { return nil }
            self = .refused(refusal.fault, state: refusal.state)
        } else if case .commandWaiting(let waiting)? = try WorkOrderEvent.decode(type: event.type, data: event.data, with: coder) {
            guard waiting.commandSource == command.source, waiting.commandID == command.id else { return nil }
            self = .waiting(until: waiting.until)
        } else {
            guard let trace = event.traceParent, trace == command.traceParent else { return nil }
            self = .done(
                type: event.type,
                try EventAccount(topic: message.topic, type: event.type, data: event.data, coder: coder, times: times))
        }
    }

    /// Whether the command is about a complaint that nobody has registered.
    var isOfUnknownComplaint: Bool {
        switch self {
        case .waiting: true
        case .refused(let fault, _): fault.field == "data.complaint" && fault.problem.hasPrefix("is unknown")
        case .done, .unknown: false
        }
    }
}
