/// A piece of evidence of the investigation was put on file (S071, S097, S197 5.3).
public struct WorkOrderEvidenceRecorded: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    /// A kind of the policy, such as `customer-contact`.
    public let kind: String
    /// Where the document lies: a number, no personal data.
    public let reference: String
    /// What it shows, sealed.
    public let note: Sealed?
    public let by: ActorID
    public let at: Instant
}

extension WorkOrderEvidenceRecorded: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        workOrder = try fields.required("workOrder")
        kind = try fields.required("kind")
        reference = try fields.required("reference")
        note = try fields.optional("note")
        by = try fields.required("by")
        at = try fields.required("at")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("workOrder", workOrder)
        writer.write("kind", kind)
        writer.write("reference", reference)
        writer.write("note", note)
        writer.write("by", by)
        writer.write("at", at)
    }
}
