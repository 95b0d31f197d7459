/// The customer urged a complaint that is still open: no new ticket (S058).
public struct ComplaintUrged: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let channel: Channel
    /// How often it has been urged, this time included; from 1.
    public let count: Int
    public let at: Instant
    /// The appeal that is no appeal yet and so urges (Order 35 art. 13).
    public internal(set) var appeal: AppealRecord?
    /// The CloudEvents source and id of the event it answers; `nil` where a release wrote it that did not say so.
    public internal(set) var eventSource: String? = nil
    public internal(set) var eventID: String? = nil
}

extension ComplaintUrged: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        channel = try fields.required("channel")
        count = try fields.required("count")
        at = try fields.required("at")
        appeal = try fields.optional("appeal")
        eventSource = try fields.optional("eventSource")
        eventID = try fields.optional("eventID")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("channel", channel)
        writer.write("count", count)
        writer.write("at", at)
        writer.write("appeal", appeal)
        writer.write("eventSource", eventSource)
        writer.write("eventID", eventID)
    }
}
