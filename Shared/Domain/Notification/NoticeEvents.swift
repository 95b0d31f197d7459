/// What notification says happened, on `redress.notifications`.
public enum NoticeEvent: Hashable, Sendable {
    case requested(NotificationRequested)
    case delivered(NotificationDelivered)
    case abandoned(NotificationAbandoned)
    case customerUnreached(CustomerUnreached)
    case digestRequested(StaffDigest)
    case receiptRejected(ReceiptRejected)
}

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
    public let recipient: SealedText?
    /// The answer in words, sealed, which the gateway sets beneath the text (S039, S108); `nil` for all other messages.
    public let enclosure: SealedText?
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

/// No further attempt will be made: every one failed and a person has to reach the customer, or the message was overtaken.
public struct NotificationAbandoned: Hashable, Sendable {
    public let notification: NoticeNumber
    public let complaint: ComplaintNumber
    public let attempts: Int
    /// What the last receipt said, `no receipt`, or `overtaken` where the complaint went on before a retry.
    public let reason: Reason
    public let at: Instant
    /// The answer that the customer has not been told therefore, sealed; `nil` of any other message, and of one that was overtaken.
    public internal(set) var answer: SealedText? = nil
}

extension NotificationAbandoned: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        notification = try fields.required("notification")
        complaint = try fields.required("complaint")
        attempts = try fields.required("attempts")
        reason = try fields.required("reason")
        at = try fields.required("at")
        answer = try fields.optional("answer")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("notification", notification)
        writer.write("complaint", complaint)
        writer.write("attempts", attempts)
        writer.write("reason", reason)
        writer.write("at", at)
        writer.write("answer", answer)
    }
}

/// Nobody reached the customer for the follow-up, as often as the policy says; the question goes out in writing, and that is its end (S109).
public struct CustomerUnreached: Hashable, Sendable {
    public let complaint: ComplaintNumber
    /// How often a person was asked to call.
    public let attempts: Int
    public let at: Instant
}

extension CustomerUnreached: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        attempts = try fields.required("attempts")
        at = try fields.required("at")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("attempts", attempts)
        writer.write("at", at)
    }
}

/// What a gateway said of a message could not be read: it is told which field is wrong and what was expected.
public struct ReceiptRejected: Hashable, Sendable {
    /// `nil` where the event named none that could be read.
    public let complaint: ComplaintNumber?
    /// The CloudEvents type, source and id of what is rejected.
    public let eventType: String
    public let eventSource: String
    public let eventID: String
    public let fault: Fault
    public let at: Instant

    public init(complaint: ComplaintNumber?, eventType: String, eventSource: String, eventID: String, fault: Fault, at: Instant) {
        self.complaint = complaint
        self.eventType = eventType
        self.eventSource = eventSource
        self.eventID = eventID
        self.fault = fault
        self.at = at
    }
}

extension ReceiptRejected: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.optional("complaint")
        eventType = try fields.required("eventType")
        eventSource = try fields.required("eventSource")
        eventID = try fields.required("eventID")
        fault = try fields.required("fault")
        at = try fields.required("at")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("eventType", eventType)
        writer.write("eventSource", eventSource)
        writer.write("eventID", eventID)
        writer.write("fault", fault)
        writer.write("at", at)
    }
}

/// What the operator has to apologise for (S090).
public struct Regret: Hashable, Sendable {
    /// A deadline that the customer was promised has passed.
    public internal(set) var isLate = false
    /// The operator was found at fault.
    public internal(set) var isAtFault = false

    /// The code of the words for it: `late`, `fault`, `late-and-fault`; `nil` where there is nothing to regret.
    var word: String? {
        switch (isLate, isAtFault) {
        case (true, true): "late-and-fault"
        case (true, false): "late"
        case (false, true): "fault"
        case (false, false): nil
        }
    }

    init() {}

    init(stored text: String) {
        isLate = text.contains("l")
        isAtFault = text.contains("f")
    }

    /// `l`, `f`, `lf`; `nil` for nothing.
    var stored: String? { word == nil ? nil : (isLate ? "l" : "") + (isAtFault ? "f" : "") }
}
