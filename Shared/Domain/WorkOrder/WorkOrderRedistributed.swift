/// The work order went to another desk of the same unit, so that none is flooded (S193, S195).
public struct WorkOrderRedistributed: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    /// The unit, which stays the same.
    public let unit: Unit
    /// The desk that had it.
    public let from: Desk?
    /// The desk that has it now.
    public let to: Desk
    /// Why.
    public let reason: String
    /// How many work orders the former desk said it has.
    public let load: Int?
    public let by: ActorID
    public let at: Instant
}

extension WorkOrderRedistributed: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        workOrder = try fields.required("workOrder")
        unit = try fields.required("unit")
        from = try fields.optional("from")
        to = try fields.required("to")
        reason = try fields.required("reason")
        load = try fields.optional("load")
        by = try fields.required("by")
        at = try fields.required("at")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("workOrder", workOrder)
        writer.write("unit", unit)
        writer.write("from", from)
        writer.write("to", to)
        writer.write("reason", reason)
        writer.write("load", load)
        writer.write("by", by)
        writer.write("at", at)
    }
}
