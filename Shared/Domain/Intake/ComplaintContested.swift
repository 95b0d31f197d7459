/// The customer is not content with the answer and has complained again of the same matter, or has appealed (S057, S059).
///
/// It is told of the answered complaint; what was new with it belongs to the other, which has its own number.
public struct ComplaintContested: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let channel: Channel
    /// The complaint that continues it, by which it ends; `nil` while that one waits for what is missing.
    public let continuedBy: ComplaintNumber?
    /// What the customer said, sealed.
    public let personal: SealedText
    public let at: Instant
}

extension ComplaintContested: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        channel = try fields.required("channel")
        continuedBy = try fields.optional("continuedBy")
        personal = try fields.required("personal")
        at = try fields.required("at")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("channel", channel)
        writer.write("continuedBy", continuedBy)
        writer.write("personal", personal)
        writer.write("at", at)
    }
}
