/// The solving unit sent back its answer 回单, to be reviewed before the customer is told (S149).
public struct WorkOrderAnswered: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    /// The answer in words, sealed.
    public let answer: Sealed
    public let by: ActorID
    public let at: Instant
}

extension WorkOrderAnswered: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        workOrder = try fields.required("workOrder")
        answer = try fields.required("answer")
        by = try fields.required("by")
        at = try fields.required("at")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("workOrder", workOrder)
        writer.write("answer", answer)
        writer.write("by", by)
        writer.write("at", at)
    }
}
