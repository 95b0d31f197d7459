/// A message to one person is ready for its channel gateway (S039, S063, S089).
public struct NotificationRequested: Hashable, Codable, Sendable {
    public let notification: NoticeNumber
    public let complaint: ComplaintNumber
    public let audience: Audience
    public let template: TemplateName
    /// How it goes out: `sms`, `app`, `email`, `wechat`, `letter`, `staff-desk`.
    public let medium: String
    public let language: Language
    /// The complaint's sealed personal data, from which the gateway takes the contact; none for staff.
    public let recipient: Sealed?
    /// The unit told; none for customers.
    public let unit: Unit?
    public let title: String
    public let text: String
    /// From 1.
    public let attempt: Int
    public let at: Instant
}

/// Who a message is for.
public enum Audience: String, Codable, Sendable, CaseIterable {
    case customer
    case staff
}

/// The gateway said the message arrived.
public struct NotificationDelivered: Hashable, Codable, Sendable {
    public let notification: NoticeNumber
    public let complaint: ComplaintNumber
    public let at: Instant
}

/// Every attempt failed; a person has to reach the customer.
public struct NotificationAbandoned: Hashable, Codable, Sendable {
    public let notification: NoticeNumber
    public let complaint: ComplaintNumber
    public let attempts: Int
    public let reason: String
    public let at: Instant
}

/// What notification says happened, on `redress.notifications`.
public enum NoticeEvent: Hashable, Sendable {
    case requested(NotificationRequested)
    case delivered(NotificationDelivered)
    case abandoned(NotificationAbandoned)
}

/// What a channel gateway says became of a message.
public struct NotificationReceipt: Hashable, Codable, Sendable {
    public enum Outcome: String, Codable, Sendable, CaseIterable {
        case delivered
        case failed
    }
    public let notification: NoticeNumber
    public let outcome: Outcome
    public let reason: String?
    public let at: Instant

    public init(notification: NoticeNumber, outcome: Outcome, reason: String?, at: Instant) {
        self.notification = notification
        self.outcome = outcome
        self.reason = reason
        self.at = at
    }
}
