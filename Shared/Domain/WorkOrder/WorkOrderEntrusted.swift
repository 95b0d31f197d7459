/// Another unit sees to the complaint from now on, without a transfer: that of the complaint it goes with, or its own again (S141).
public struct WorkOrderEntrusted: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    /// The unit that is notified of what comes in for the complaint.
    public let unit: Unit
    /// The complaint it goes with; `nil` where it goes its own way.
    public internal(set) var with: ComplaintNumber? = nil
    public let at: Instant
}

extension WorkOrderEntrusted: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        workOrder = try fields.required("workOrder")
        unit = try fields.required("unit")
        with = try fields.optional("with")
        at = try fields.required("at")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("workOrder", workOrder)
        writer.write("unit", unit)
        writer.write("with", with)
        writer.write("at", at)
    }
}
