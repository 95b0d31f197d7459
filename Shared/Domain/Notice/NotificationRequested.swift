/// A message to one person is ready for its channel gateway (S039, S063, S089).
public struct NotificationRequested: Hashable, Sendable {
    public let notification: NoticeNumber
    public let complaint: ComplaintNumber
    public let audience: Audience
    public let template: TemplateName
    /// How it goes out: `sms`, `app`, `email`, `wechat`, `letter`, `staff-desk`.
    public let medium: String
    public let language: Language
    /// The complaint's sealed personal data, in parts, from which the gateway takes the contact, or the line where there is none; `nil` for
    /// staff.
    public let recipient: Sealed?
    /// The answer in words, sealed, which the gateway sets beneath the text (S039, S108); `nil` for all other messages.
    public let enclosure: Sealed?
    /// The unit notified; none for customers.
    public let unit: Unit?
    public let title: String
    public let text: String
    /// From 1. A gateway that has sent this attempt does not send it again.
    public let attempt: Int
    public let at: Instant
}

extension NotificationRequested: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        notification = try fields.required("notification")
        complaint = try fields.required("complaint")
        audience = try fields.required("audience")
        template = try fields.required("template")
        medium = try fields.required("medium")
        language = try fields.required("language")
        recipient = try fields.optional("recipient")
        enclosure = try fields.optional("enclosure")
        unit = try fields.optional("unit")
        title = try fields.required("title")
        text = try fields.required("text")
        attempt = try fields.required("attempt")
        at = try fields.required("at")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("notification", notification)
        writer.write("complaint", complaint)
        writer.write("audience", audience)
        writer.write("template", template)
        writer.write("medium", medium)
        writer.write("language", language)
        writer.write("recipient", recipient)
        writer.write("enclosure", enclosure)
        writer.write("unit", unit)
        writer.write("title", title)
        writer.write("text", text)
        writer.write("attempt", attempt)
        writer.write("at", at)
    }
}
