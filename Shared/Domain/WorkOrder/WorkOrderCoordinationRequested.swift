/// Another unit was asked to contribute; the responsible unit stays responsible (S098, S150).
public struct WorkOrderCoordinationRequested: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    /// The unit that is asked.
    public let unit: Unit
    /// The province, where a unit of another province is asked (S150).
    public let province: Province?
    /// What is asked of it.
    public let request: String
    public let by: ActorID
    public let at: Instant
}

extension WorkOrderCoordinationRequested: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        workOrder = try fields.required("workOrder")
        unit = try fields.required("unit")
        province = try fields.optional("province")
        request = try fields.required("request")
        by = try fields.required("by")
        at = try fields.required("at")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("workOrder", workOrder)
        writer.write("unit", unit)
        writer.write("province", province)
        writer.write("request", request)
        writer.write("by", by)
        writer.write("at", at)
    }
}
