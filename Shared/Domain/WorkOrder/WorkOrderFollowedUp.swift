/// The customer was asked afterwards whether it is really settled 回访 (S109, S110).
public struct WorkOrderFollowedUp: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    /// Whether the customer was reached.
    public let reached: Bool
    /// From 1, very dissatisfied, to 5, very satisfied.
    public let satisfaction: Int?
    /// Whether the customer says it is settled.
    public let resolved: Bool?
    /// What else troubles the customer, sealed.
    public let otherProblems: Sealed?
    public let by: ActorID
    public let at: Instant
}

extension WorkOrderFollowedUp: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        workOrder = try fields.required("workOrder")
        reached = try fields.required("reached")
        satisfaction = try fields.optional("satisfaction")
        resolved = try fields.optional("resolved")
        otherProblems = try fields.optional("otherProblems")
        by = try fields.required("by")
        at = try fields.required("at")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("workOrder", workOrder)
        writer.write("reached", reached)
        writer.write("satisfaction", satisfaction)
        writer.write("resolved", resolved)
        writer.write("otherProblems", otherProblems)
        writer.write("by", by)
        writer.write("at", at)
    }
}
