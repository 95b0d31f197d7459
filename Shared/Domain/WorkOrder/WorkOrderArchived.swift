/// The complaint is closed and filed 归档; the 30 days of a repeat begin (S130).
public struct WorkOrderArchived: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    public let line: LineReference
    public let outcome: ArchiveOutcome
    public let at: Instant
    /// What the complaint and those it repeats have cost, for the next that repeats it; none where it is nothing.
    public internal(set) var paid: [PaidClaim]? = nil
}

extension WorkOrderArchived: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        workOrder = try fields.required("workOrder")
        line = try fields.required("line")
        outcome = try fields.required("outcome")
        at = try fields.required("at")
        paid = try fields.optional("paid")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("workOrder", workOrder)
        writer.write("line", line)
        writer.write("outcome", outcome)
        writer.write("at", at)
        writer.write("paid", paid)
    }
}
