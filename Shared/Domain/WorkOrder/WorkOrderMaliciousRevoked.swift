/// The finding that a complaint is malicious or false was taken back (S088).
public struct WorkOrderMaliciousRevoked: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    /// Why.
    public let reason: String
    public let by: ActorID
    public let at: Instant
}

extension WorkOrderMaliciousRevoked: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        workOrder = try fields.required("workOrder")
        reason = try fields.required("reason")
        by = try fields.required("by")
        at = try fields.required("at")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("workOrder", workOrder)
        writer.write("reason", reason)
        writer.write("by", by)
        writer.write("at", at)
    }
}
