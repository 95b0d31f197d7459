public import Domain
internal import Foundation

/// What a gateway says became of a message, with the complaint whose number is the true Kafka key.
public struct ReceivedReceipt: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let receipt: NotificationReceipt
    public let identity: CommandIdentity
}

/// Reads the receipts of channel gateways on `redress.notification-receipts`.
public enum ReceiptReader {
    /// The only type on the topic.
    public static let type = "redress.notification.receipt.v1"

    /// Reads one receipt. Where it names nobody in `by`, its source counts as the sender.
    ///
    /// - Throws: a `Fault` for the dead letters at whatever is missing or wrong: a gateway has no ear for refusals.
    public static func read(_ event: CloudEvent) throws(Fault) -> ReceivedReceipt {
        guard event.type == type else { throw Fault(field: "type", problem: "is not known", expected: type) }
        return try CommandFields.read(event) { fields throws(Fault) -> ReceivedReceipt in
            let receipt = NotificationReceipt(
                notification: NoticeNumber(try fields.code("notification")),
                outcome: try fields.word("outcome", NotificationReceipt.Outcome.self),
                attempt: try fields.quantity("attempt", in: 1...100_000), reason: try fields.optionalText("reason"),
                at: try fields.time("at"))
            let actor = ActorID(try fields.optionalCode("by") ?? event.source)
            return ReceivedReceipt(
                complaint: fields.complaint, receipt: receipt,
                identity: CommandIdentity(type: event.type, source: event.source, id: event.id, actor: actor))
        }
    }
}
