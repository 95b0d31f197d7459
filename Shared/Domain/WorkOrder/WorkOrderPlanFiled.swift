/// The plan of how a major complaint is handled was filed (S056).
public struct WorkOrderPlanFiled: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    /// Before handling, or of it.
    public let kind: PlanKind
    /// The plan's number.
    public let reference: String
    /// The plan, sealed.
    public let plan: Sealed
    public let by: ActorID
    public let at: Instant
}

extension WorkOrderPlanFiled: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        workOrder = try fields.required("workOrder")
        kind = try fields.required("kind")
        reference = try fields.required("reference")
        plan = try fields.required("plan")
        by = try fields.required("by")
        at = try fields.required("at")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("workOrder", workOrder)
        writer.write("kind", kind)
        writer.write("reference", reference)
        writer.write("plan", plan)
        writer.write("by", by)
        writer.write("at", at)
    }
}
