/// The answer was sent back to the unit.
public struct WorkOrderAnswerReturned: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    public let reason: String
    public let by: ActorID
    public let at: Instant
}

extension WorkOrderAnswerReturned: Document {
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
