/// Texts of one message that its gateway is to open, sealed by one customer's key: from the complaint's lane to the key's.
public struct GatewayTextRequest: Hashable, Sendable {
    /// The customer's key that sealed the texts.
    public let key: String
    /// The message they belong to, as the gateway has it from its request.
    public let notification: NoticeNumber
    public let complaint: ComplaintNumber
    /// How the message goes out, by which its gateway is known.
    public let medium: String
    /// Parts of the complaint's personal data, sealed, the earliest first.
    public let recipient: [Sealed]
    /// The answer in words, sealed; `nil` where the message encloses none by this key.
    public let enclosure: Sealed?

    public init(
        key: String, notification: NoticeNumber, complaint: ComplaintNumber, medium: String, recipient: [Sealed], enclosure: Sealed?
    ) {
        self.key = key
        self.notification = notification
        self.complaint = complaint
        self.medium = medium
        self.recipient = recipient
        self.enclosure = enclosure
    }

    /// What the gateway finds the texts by: the message's number and medium, and the key's identifier, which also stands in each sealed text.
    public var textKey: String { "\(notification)/\(medium)/\(key)" }
}

extension GatewayTextRequest: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        key = try fields.required("key")
        notification = try fields.required("notification")
        complaint = try fields.required("complaint")
        medium = try fields.required("medium")
        recipient = try fields.required("recipient")
        enclosure = try fields.optional("enclosure")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("key", key)
        writer.write("notification", notification)
        writer.write("complaint", complaint)
        writer.write("medium", medium)
        writer.write("recipient", recipient)
        writer.write("enclosure", enclosure)
    }
}
