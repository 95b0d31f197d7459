/// The customer urged; the handler is reminded (S058).
public struct WorkOrderUrged: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    public let unit: Unit
    /// From 1.
    public let count: Int
    public let at: Instant
    /// The priority, where this urge raised it: 1 is the most urgent, 4 the least (S067).
    public internal(set) var priority: Int? = nil
}

extension WorkOrderUrged: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        workOrder = try fields.required("workOrder")
        unit = try fields.required("unit")
        count = try fields.required("count")
        at = try fields.required("at")
        priority = try fields.optional("priority")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("workOrder", workOrder)
        writer.write("unit", unit)
        writer.write("count", count)
        writer.write("at", at)
        writer.write("priority", priority)
    }
}
