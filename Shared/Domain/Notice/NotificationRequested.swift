/// A message to one person is ready for its channel gateway (S039, S063, S089).
public struct NotificationRequested: Hashable, Codable, Sendable {
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
