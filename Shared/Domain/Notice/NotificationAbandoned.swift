/// No further attempt will be made: every one failed and a person has to reach the customer, or the message was overtaken.
public struct NotificationAbandoned: Hashable, Sendable {
    public let notification: NoticeNumber
    public let complaint: ComplaintNumber
    public let attempts: Int
    /// What the last receipt said, `no receipt`, or `overtaken` where the complaint went on before a retry.
    public let reason: String
    public let at: Instant
}

extension NotificationAbandoned: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        notification = try fields.required("notification")
        complaint = try fields.required("complaint")
        attempts = try fields.required("attempts")
        reason = try fields.required("reason")
        at = try fields.required("at")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("notification", notification)
        writer.write("complaint", complaint)
        writer.write("attempts", attempts)
        writer.write("reason", reason)
        writer.write("at", at)
    }
}
