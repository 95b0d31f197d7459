/// The customer took the complaint back.
public struct ComplaintWithdrawn: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let at: Instant
    /// The CloudEvents source and id of the event it answers; `nil` where a release wrote it that did not say so.
    public internal(set) var eventSource: String? = nil
    public internal(set) var eventID: String? = nil
}

extension ComplaintWithdrawn: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        at = try fields.required("at")
        eventSource = try fields.optional("eventSource")
        eventID = try fields.optional("eventID")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("at", at)
        writer.write("eventSource", eventSource)
        writer.write("eventID", eventID)
    }
}
