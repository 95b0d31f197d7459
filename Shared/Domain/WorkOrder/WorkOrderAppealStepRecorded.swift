/// The appeal body or the mediation took a step (Order 35 art. 14; S012, S183).
public struct WorkOrderAppealStepRecorded: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    /// What was done.
    public let step: AppealStep
    /// When the body took it.
    public let takenAt: Instant
    /// The number of its document.
    public let document: String?
    public let by: ActorID
    public let at: Instant
    /// Why the body refused, where it did and the desk was told.
    public internal(set) var reason: AppealPoint? = nil
}

extension WorkOrderAppealStepRecorded: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        workOrder = try fields.required("workOrder")
        step = try fields.required("step")
        takenAt = try fields.required("takenAt")
        document = try fields.optional("document")
        by = try fields.required("by")
        at = try fields.required("at")
        reason = try fields.optional("reason")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("workOrder", workOrder)
        writer.write("step", step)
        writer.write("takenAt", takenAt)
        writer.write("document", document)
        writer.write("by", by)
        writer.write("at", at)
        writer.write("reason", reason)
    }
}
