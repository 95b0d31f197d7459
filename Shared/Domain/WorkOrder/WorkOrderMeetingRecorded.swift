/// A special meeting on a complex case came to a conclusion and a plan of how to carry it out (S087).
public struct WorkOrderMeetingRecorded: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    /// Where the minutes lie: a number, no personal data.
    public let minutes: String
    /// What was concluded, sealed.
    public let conclusion: Sealed
    /// How it is carried out, sealed.
    public let plan: Sealed
    public let by: ActorID
    public let at: Instant
}

extension WorkOrderMeetingRecorded: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        workOrder = try fields.required("workOrder")
        minutes = try fields.required("minutes")
        conclusion = try fields.required("conclusion")
        plan = try fields.required("plan")
        by = try fields.required("by")
        at = try fields.required("at")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("workOrder", workOrder)
        writer.write("minutes", minutes)
        writer.write("conclusion", conclusion)
        writer.write("plan", plan)
        writer.write("by", by)
        writer.write("at", at)
    }
}
