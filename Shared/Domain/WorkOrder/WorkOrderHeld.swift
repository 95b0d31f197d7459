/// The work order is on hold for a reason the policy allows: the customer is asked, a third party is waited for.
public struct WorkOrderHeld: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    /// A reason code of the policy, such as `waiting-for-customer`.
    public let reason: String
    public let by: ActorID
    public let at: Instant
    /// What shows that work has to rest: a number, no personal data.
    public internal(set) var evidence: String? = nil
    /// When work goes on at the latest, where the policy limits the rest.
    public internal(set) var until: Instant? = nil
}

extension WorkOrderHeld: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        workOrder = try fields.required("workOrder")
        reason = try fields.required("reason")
        by = try fields.required("by")
        at = try fields.required("at")
        evidence = try fields.optional("evidence")
        until = try fields.optional("until")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("workOrder", workOrder)
        writer.write("reason", reason)
        writer.write("by", by)
        writer.write("at", at)
        writer.write("evidence", evidence)
        writer.write("until", until)
    }
}
