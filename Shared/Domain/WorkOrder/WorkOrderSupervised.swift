/// A superior unit supervises the work order 督办, with or without an instruction (S114, S143, S182).
public struct WorkOrderSupervised: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    /// The unit that supervises from now on.
    public let unit: Unit
    /// Why: a rule of the policy, or the supervisor's own words.
    public let reason: String
    /// What is to be put right.
    public let instruction: String?
    /// `nil` where the policy says so and no person.
    public let by: ActorID?
    public let at: Instant
}

extension WorkOrderSupervised: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        workOrder = try fields.required("workOrder")
        unit = try fields.required("unit")
        reason = try fields.required("reason")
        instruction = try fields.optional("instruction")
        by = try fields.optional("by")
        at = try fields.required("at")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("workOrder", workOrder)
        writer.write("unit", unit)
        writer.write("reason", reason)
        writer.write("instruction", instruction)
        writer.write("by", by)
        writer.write("at", at)
    }
}
