/// The gateway said the message arrived.
public struct NotificationDelivered: Hashable, Sendable {
    public let notification: NoticeNumber
    public let complaint: ComplaintNumber
    public let at: Instant
}

extension NotificationDelivered: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        notification = try fields.required("notification")
        complaint = try fields.required("complaint")
        at = try fields.required("at")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("notification", notification)
        writer.write("complaint", complaint)
        writer.write("at", at)
    }
}
