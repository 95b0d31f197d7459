/// A major complaint was reported to the next level (S056).
public struct WorkOrderReported: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    /// The unit it is reported to.
    public let unit: Unit
    /// The level; from 1.
    public let step: Int
    public let at: Instant
}

extension WorkOrderReported: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        workOrder = try fields.required("workOrder")
        unit = try fields.required("unit")
        step = try fields.required("step")
        at = try fields.required("at")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("workOrder", workOrder)
        writer.write("unit", unit)
        writer.write("step", step)
        writer.write("at", at)
    }
}
