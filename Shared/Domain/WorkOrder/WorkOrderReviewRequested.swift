/// The customer is not content and the answer is looked at again 复核 (S040, S075).
public struct WorkOrderReviewRequested: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    /// Which review this is; from 1.
    public let round: Int
    /// The unit that reviews.
    public let unit: Unit
    /// Why the customer is not content.
    public let reason: String
    public let by: ActorID
    public let at: Instant
}

extension WorkOrderReviewRequested: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        workOrder = try fields.required("workOrder")
        round = try fields.required("round")
        unit = try fields.required("unit")
        reason = try fields.required("reason")
        by = try fields.required("by")
        at = try fields.required("at")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("workOrder", workOrder)
        writer.write("round", round)
        writer.write("unit", unit)
        writer.write("reason", reason)
        writer.write("by", by)
        writer.write("at", at)
    }
}
