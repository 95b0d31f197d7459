public import Domain
internal import Foundation

/// What a gateway says on `redress.notification-receipts`, with the complaint whose number is the true Kafka key.
public struct ReceivedReceipt: Hashable, Sendable {
    /// What it says.
    public enum Content: Hashable, Sendable {
        /// What became of a message.
        case receipt(NotificationReceipt)
        /// The customer asks how the complaint stands (S089, S200).
        case progressRequested
    }

    public let complaint: ComplaintNumber
    public let content: Content
    public let identity: CommandIdentity
}

/// Reads what channel gateways say on `redress.notification-receipts`.
public enum ReceiptReader {
    /// What became of a message.
    public static let type = "redress.notification.receipt.v1"
    /// A customer asks how the complaint stands; the answer goes to the address the complaint was registered with.
    public static let progressType = "redress.notification.progress-requested.v1"

    /// Reads one event; why a message could not be delivered is sealed here, as it may name an address. Where the event names nobody in `by`, its source counts as the sender.
    ///
    /// - Throws: a `Fault` at whatever is missing or wrong, to be answered by ``rejection(of:_:at:)``; or where sealing fails.
    public static func read(_ event: CloudEvent, guard personalData: some PersonalDataGuard) throws(Fault) -> ReceivedReceipt {
        guard event.type == type || event.type == progressType else {
            throw Fault(field: "type", problem: "is not known", expected: type + " or " + progressType)
        }
        return try CommandFields.read(event) { fields throws(Fault) -> ReceivedReceipt in
            let actor = ActorID(try fields.optionalCode("by") ?? event.source)
            return ReceivedReceipt(
                complaint: fields.complaint, content: event.type == type ? .receipt(try receipt(fields, personalData)) : .progressRequested,
                identity: CommandIdentity(type: event.type, source: event.source, id: event.id, actor: actor))
        }
    }

    /// The answer to a receipt that cannot be read.
    public static func rejection(of event: CloudEvent, _ fault: Fault, at now: Instant) -> ReceiptRejected {
        ReceiptRejected(
            complaint: CommandFields.complaint(of: event), eventType: event.type, eventSource: event.source, eventID: event.id,
            fault: fault,
            at: now)
    }

    private static func receipt(_ fields: CommandFields, _ personalData: some PersonalDataGuard) throws(Fault) -> NotificationReceipt {
        NotificationReceipt(
            notification: NoticeNumber(try fields.code("notification")),
            outcome: try fields.word("outcome", NotificationReceipt.Outcome.self),
            attempt: try fields.quantity("attempt", in: 1...100_000), reason: try fields.optionalFreeText("reason", personalData),
            at: try fields.time("at"))
    }
}
