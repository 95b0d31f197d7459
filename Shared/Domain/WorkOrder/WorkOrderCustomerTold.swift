/// The customer was told the result, the plan and the reasons (S039, S074).
public struct WorkOrderCustomerTold: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    public let answer: Sealed
    /// Whether the customer was content: `nil` until asked.
    public let satisfied: Bool?
    public let by: ActorID
    public let at: Instant
    /// How the customer was told, such as `sms` or `letter` (S108).
    public internal(set) var medium: String? = nil
    /// The number of the written answer.
    public internal(set) var reference: String? = nil
    /// Which review this is the result of; from 1 (S076).
    public internal(set) var review: Int? = nil
    /// What is open to a customer who is not content (S040, S075).
    public internal(set) var remedies: [Remedy]? = nil
}

extension WorkOrderCustomerTold: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        workOrder = try fields.required("workOrder")
        answer = try fields.required("answer")
        satisfied = try fields.optional("satisfied")
        by = try fields.required("by")
        at = try fields.required("at")
        medium = try fields.optional("medium")
        reference = try fields.optional("reference")
        review = try fields.optional("review")
        remedies = try fields.optional("remedies")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("workOrder", workOrder)
        writer.write("answer", answer)
        writer.write("satisfied", satisfied)
        writer.write("by", by)
        writer.write("at", at)
        writer.write("medium", medium)
        writer.write("reference", reference)
        writer.write("review", review)
        writer.write("remedies", remedies)
    }
}
