public import Domain
internal import Foundation

/// What a gateway says on `redress.notification-receipts`, with the complaint whose number is the true Kafka key.
public struct ReceivedReceipt: Sendable {
    public let complaint: ComplaintNumber
    /// What it says, nothing of it sealed yet.
    public let content: CommandContent<GatewayReport>
    public let identity: CommandIdentity
}

/// Reads what channel gateways say on `redress.notification-receipts`.
public enum ReceiptReader {
    /// What became of a message.
    public static let type = GatewayReport.Name.receipt.type
    /// A customer asks how the complaint stands.
    public static let progressType = GatewayReport.Name.progressRequested.type

    /// Reads one event and seals nothing yet: why a message could not be delivered may name an address. Where the event names nobody in `by`, its source
    /// counts as the sender.
    ///
    /// - Throws: a `Fault` at whatever is missing or wrong, to be answered by ``rejection(of:_:at:)``.
    public static func read(_ event: CloudEvent) throws(Fault) -> ReceivedReceipt {
        guard let name = GatewayReport.Name(type: event.type) else {
            let known = GatewayReport.Name.allCases.map(\.type).joined(separator: " or ")
            throw Fault(field: "type", problem: "is not known", expected: known)
        }
        return try CommandFieldReader.read(event) { fields throws(Fault) in
            let actor = ActorID(try CommandEnvelope.optional("by", .code, in: fields.json) ?? event.source)
            let identity = CommandIdentity(type: event.type, source: event.source, id: event.id, actor: actor)
            return ReceivedReceipt(complaint: fields.complaint, content: try fields.command(name), identity: identity)
        }
    }

    /// The answer to a receipt that cannot be read.
    public static func rejection(of event: CloudEvent, _ fault: Fault, at now: Instant) -> ReceiptRejected {
        ReceiptRejected(
            complaint: CommandEnvelope.complaint(of: event), eventType: event.type, eventSource: event.source, eventID: event.id,
            fault: fault,
            at: now)
    }
}

/// Reads what dispatch sends itself about complaints that go together, on `redress.work-order-commands`.
public enum MergerReader {
    /// The only type.
    public static let type = "redress.work-order.merger-message.v1"

    /// Reads one message; `nil` for any other type.
    ///
    /// - Throws: a `Fault` for the dead letters at whatever is missing or wrong, and where another than dispatch sent it: it would approve
    ///   an answer that nobody has reviewed.
    public static func read(_ event: CloudEvent, _ coder: WireCoder) throws(Fault) -> MergerMessage? {
        guard event.type == type else { return nil }
        guard event.source == Party.dispatch.source else {
            throw Fault(field: "source", problem: "may not send this type", expected: Party.dispatch.source)
        }
        return try coder.decode(MergerMessage.self, from: event.data)
    }
}
