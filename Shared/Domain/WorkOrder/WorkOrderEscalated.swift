/// An alert raised the work order to the next step of the ladder.
public struct WorkOrderEscalated: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    /// The unit that is notified and takes over supervision.
    public let to: Unit
    /// The step of the ladder; from 1.
    public let step: Int
    /// The id of the alert that caused it.
    public let alert: String
    /// 1 is the most urgent, 4 the least.
    public let priority: Int
    public let at: Instant
}

extension WorkOrderEscalated: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        workOrder = try fields.required("workOrder")
        to = try fields.required("to")
        step = try fields.required("step")
        alert = try fields.required("alert")
        priority = try fields.required("priority")
        at = try fields.required("at")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("workOrder", workOrder)
        writer.write("to", to)
        writer.write("step", step)
        writer.write("alert", alert)
        writer.write("priority", priority)
        writer.write("at", at)
    }
}
