/// No medium has brought the answer to the customer: they were not told after all, and somebody has to call them (S074).
public struct WorkOrderCustomerUntold: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    /// Who is to call: the unit that met the customer first.
    public let unit: Unit
    /// The message that never arrived.
    public let notification: NoticeNumber
    public let at: Instant
}

extension WorkOrderCustomerUntold: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        workOrder = try fields.required("workOrder")
        unit = try fields.required("unit")
        notification = try fields.required("notification")
        at = try fields.required("at")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("workOrder", workOrder)
        writer.write("unit", unit)
        writer.write("notification", notification)
        writer.write("at", at)
    }
}
