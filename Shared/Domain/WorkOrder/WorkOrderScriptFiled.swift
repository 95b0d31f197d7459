/// The emergency answer script 应急口径 of a major complaint was filed (S056).
public struct WorkOrderScriptFiled: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    /// The script's number.
    public let reference: String
    /// What the front line answers, sealed.
    public let script: Sealed
    public let by: ActorID
    public let at: Instant
}

extension WorkOrderScriptFiled: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        workOrder = try fields.required("workOrder")
        reference = try fields.required("reference")
        script = try fields.required("script")
        by = try fields.required("by")
        at = try fields.required("at")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("workOrder", workOrder)
        writer.write("reference", reference)
        writer.write("script", script)
        writer.write("by", by)
        writer.write("at", at)
    }
}
