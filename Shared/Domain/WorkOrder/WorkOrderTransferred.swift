/// The work order went to another unit; the first contact stays responsible (S046, S098).
public struct WorkOrderTransferred: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    public let from: Unit
    public let to: Unit
    public let by: ActorID
    public let reason: String
    public let at: Instant
    /// The desk within the new unit, where the policy names desks.
    public internal(set) var desk: Desk? = nil
}

extension WorkOrderTransferred: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        workOrder = try fields.required("workOrder")
        from = try fields.required("from")
        to = try fields.required("to")
        by = try fields.required("by")
        reason = try fields.required("reason")
        at = try fields.required("at")
        desk = try fields.optional("desk")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("workOrder", workOrder)
        writer.write("from", from)
        writer.write("to", to)
        writer.write("by", by)
        writer.write("reason", reason)
        writer.write("at", at)
        writer.write("desk", desk)
    }
}
