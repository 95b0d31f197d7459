/// An investigation found the complaint malicious or false, and what follows by its seriousness (S088).
public struct WorkOrderMaliciousDeclared: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    /// Malicious or false.
    public let kind: MaliciousKind
    /// What was found, without personal data.
    public let finding: String
    /// Where the evidence lies: a number, no personal data.
    public let evidence: String
    /// A measure of the policy, such as `explain`.
    public let measure: String
    public let by: ActorID
    public let at: Instant
}

extension WorkOrderMaliciousDeclared: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        workOrder = try fields.required("workOrder")
        kind = try fields.required("kind")
        finding = try fields.required("finding")
        evidence = try fields.required("evidence")
        measure = try fields.required("measure")
        by = try fields.required("by")
        at = try fields.required("at")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("workOrder", workOrder)
        writer.write("kind", kind)
        writer.write("finding", finding)
        writer.write("evidence", evidence)
        writer.write("measure", measure)
        writer.write("by", by)
        writer.write("at", at)
    }
}
