/// A person found that the complaint is a major one 重大投诉 (S056, S131–S134).
public struct WorkOrderMajorDeclared: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    /// Group complaint or major public opinion.
    public let ground: MajorGround
    /// On what finding: a reference, no personal data.
    public let evidence: String
    /// The id of the alert of major risk it follows.
    public let alert: String?
    public let by: ActorID
    public let at: Instant
}

extension WorkOrderMajorDeclared: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        workOrder = try fields.required("workOrder")
        ground = try fields.required("ground")
        evidence = try fields.required("evidence")
        alert = try fields.optional("alert")
        by = try fields.required("by")
        at = try fields.required("at")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("workOrder", workOrder)
        writer.write("ground", ground)
        writer.write("evidence", evidence)
        writer.write("alert", alert)
        writer.write("by", by)
        writer.write("at", at)
    }
}
