import Contracts
import Domain
import Foundation
import Kafka

/// What became of a command, as far as its service has said.
enum OrderOutcome {
    /// It led to this event.
    case done(type: String, EventAccount)
    case refused(Fault, state: String)
    /// Nothing was said in time: the service is away or behind, or the command waits, or it changed nothing.
    case unknown

    /// Reads one message of the outcome's topic; `nil` when it is not about the command.
    ///
    /// A refusal names the command's source and id; any other event carries the command's trace.
    init?(_ message: ConsumedMessage, of command: CloudEvent, coder: WireCoder, times: TimeText) throws(Fault) {
        let event = try CloudEventReader.read(value: message.value, headers: message.headers)
        let isRefusal = event.type.hasSuffix(".command-rejected.v1")
        if isRefusal {
            let refusal = try coder.decode(CommandRejected.self, from: event.data)
            guard refusal.commandSource == command.source, refusal.commandID == command.id else { return nil }
            self = .refused(refusal.fault, state: refusal.state)
        } else {
            guard let trace = event.traceParent, trace == command.traceParent else { return nil }
            self = .done(
                type: event.type,
                try EventAccount(topic: message.topic, type: event.type, data: event.data, coder: coder, times: times))
        }
    }
}
