/// The work order goes with another of the same cause: one investigation, one answer, every customer told (S141).
public struct WorkOrderMerged: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    /// The complaint it goes with.
    public let into: ComplaintNumber
    /// The cause they have in common.
    public let reason: String
    public let by: ActorID
    public let at: Instant
}

extension WorkOrderMerged: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        workOrder = try fields.required("workOrder")
        into = try fields.required("into")
        reason = try fields.required("reason")
        by = try fields.required("by")
        at = try fields.required("at")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("workOrder", workOrder)
        writer.write("into", into)
        writer.write("reason", reason)
        writer.write("by", by)
        writer.write("at", at)
    }
}
