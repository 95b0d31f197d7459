/// The work order goes its own way again.
public struct WorkOrderUnmerged: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    /// The complaint it went with.
    public let from: ComplaintNumber
    /// Why.
    public let reason: String
    public let by: ActorID
    public let at: Instant
}

extension WorkOrderUnmerged: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        workOrder = try fields.required("workOrder")
        from = try fields.required("from")
        reason = try fields.required("reason")
        by = try fields.required("by")
        at = try fields.required("at")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("workOrder", workOrder)
        writer.write("from", from)
        writer.write("reason", reason)
        writer.write("by", by)
        writer.write("at", at)
    }
}
