/// A complaint goes over somebody's head, or threatens to, and is reported upward (S050).
public struct ComplaintFlagged: Hashable, Sendable {
    public let complaint: ComplaintNumber
    /// The flags that were not known of this complaint before.
    public let flags: [Flag]
    /// The unit that is to be told.
    public let reportTo: Unit
    public let at: Instant
}

extension ComplaintFlagged: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        flags = try fields.required("flags")
        reportTo = try fields.required("reportTo")
        at = try fields.required("at")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("flags", flags)
        writer.write("reportTo", reportTo)
        writer.write("at", at)
    }
}
