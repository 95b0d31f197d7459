/// Another complaint goes with this one.
public struct WorkOrderMemberAdded: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    /// The other complaint.
    public let member: ComplaintNumber
    public let at: Instant
}

extension WorkOrderMemberAdded: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        workOrder = try fields.required("workOrder")
        member = try fields.required("member")
        at = try fields.required("at")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("workOrder", workOrder)
        writer.write("member", member)
        writer.write("at", at)
    }
}
