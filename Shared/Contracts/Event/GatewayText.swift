public import Domain
public import Foundation

/// Texts of one message for the gateway that carries it, sealed so that it alone opens them, on the topic `redress.gateway-texts`.
///
/// The Kafka key is `<notification>/<medium>/<customer's key>`, all of which the gateway finds in `redress.notification.requested.v1`. A message of
/// this key without payload, a tombstone, says that the customer was erased.
public struct GatewayText: Hashable, Sendable {
    /// The CloudEvents type on `redress.gateway-texts`.
    public static let wireType = "redress.gateway-text.given.v1"
    /// The type of a tombstone.
    public static let takenBackType = "redress.gateway-text.taken-back.v1"

    public let notification: NoticeNumber
    public let complaint: ComplaintNumber
    public let medium: String
    /// What is sealed for the gateway: ``GatewayTextContent`` as JSON Web Encryption in compact form.
    public let sealed: SealedText

    public init(notification: NoticeNumber, complaint: ComplaintNumber, medium: String, sealed: SealedText) {
        self.notification = notification
        self.complaint = complaint
        self.medium = medium
        self.sealed = sealed
    }

    /// The event's data.
    public func encodeData(with coder: WireCoder) -> Data { coder.encode(self) }
}

/// What a gateway needs of a customer to carry one message, in clear: where it goes, and the words it encloses; nothing else they said.
public struct GatewayTextContent: Hashable, Sendable {
    /// The message these belong to, so that a text cannot be set beneath another.
    public let notification: NoticeNumber
    /// The service number.
    public let line: String?
    /// Where the customer wants to be reached, if not there.
    public let contact: String?
    /// By which name they are addressed.
    public let customer: String?
    /// The answer, to be set beneath the message's text (S039, S108).
    public let enclosure: String?

    public init(notification: NoticeNumber, line: String?, contact: String?, customer: String?, enclosure: String?) {
        self.notification = notification
        self.line = line
        self.contact = contact
        self.customer = customer
        self.enclosure = enclosure
    }
}

extension GatewayText: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        notification = try fields.required("notification")
        complaint = try fields.required("complaint")
        medium = try fields.required("medium")
        sealed = try fields.required("sealed")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("notification", notification)
        writer.write("complaint", complaint)
        writer.write("medium", medium)
        writer.write("sealed", sealed)
    }
}

extension GatewayTextContent: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        notification = try fields.required("notification")
        line = try fields.optional("line")
        contact = try fields.optional("contact")
        customer = try fields.optional("customer")
        enclosure = try fields.optional("enclosure")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("notification", notification)
        writer.write("line", line)
        writer.write("contact", contact)
        writer.write("customer", customer)
        writer.write("enclosure", enclosure)
    }
}

extension GatewayTextRequest {
    /// The CloudEvents type on `redress.gateway-text-requests`, whose key is the customer's key.
    public static let wireType = "redress.gateway-text.requested.v1"

    /// The event's data.
    public func encodeData(with coder: WireCoder) -> Data { coder.encode(self) }
}
