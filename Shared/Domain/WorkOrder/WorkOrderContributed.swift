/// A unit that was asked sent its contribution back (S098).
public struct WorkOrderContributed: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    /// The unit that was asked.
    public let unit: Unit
    /// The province, where a unit of another province is asked (S150).
    public let province: Province?
    /// What it found or did, sealed.
    public let contribution: Sealed
    public let by: ActorID
    public let at: Instant
}

extension WorkOrderContributed: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        workOrder = try fields.required("workOrder")
        unit = try fields.required("unit")
        province = try fields.optional("province")
        contribution = try fields.required("contribution")
        by = try fields.required("by")
        at = try fields.required("at")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("workOrder", workOrder)
        writer.write("unit", unit)
        writer.write("province", province)
        writer.write("contribution", contribution)
        writer.write("by", by)
        writer.write("at", at)
    }
}
