/// The customer has said, after the answer, that they are not content with it: what follows, and who is to know (S040, S059, S075, S109).
public struct WorkOrderDissatisfied: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    /// The unit whose answer it is.
    public let unit: Unit
    /// Who is to know besides: the first contact, and who supervises.
    public internal(set) var to: [Unit]? = nil
    /// From 1, very dissatisfied, to 5, very satisfied; `nil` where the customer gave no score.
    public internal(set) var satisfaction: Int? = nil
    public internal(set) var resolved: Bool? = nil
    public internal(set) var wantsReview: Bool? = nil
    /// The complaint of the same matter by which this one ends.
    public internal(set) var continuedBy: ComplaintNumber? = nil
    /// What is open to the customer now; `nil` where the matter goes on without their asking.
    public internal(set) var remedies: [Remedy]? = nil
    /// What the customer said, sealed; `nil` for no words.
    public internal(set) var personal: SealedText? = nil
    public let at: Instant
}

extension WorkOrderDissatisfied {
    /// - Parameter others: who is to know besides; the unit knows itself.
    init(_ complaint: ComplaintNumber, _ workOrder: WorkOrderNumber, unit: Unit, telling others: [Unit?], at now: Instant) {
        self.complaint = complaint
        self.workOrder = workOrder
        self.unit = unit
        let told = Set(others.compactMap(\.self)).subtracting([unit])
        to = told.isEmpty ? nil : told.sorted()
        at = now
    }
}

extension WorkOrderDissatisfied: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        workOrder = try fields.required("workOrder")
        unit = try fields.required("unit")
        to = try fields.optional("to")
        satisfaction = try fields.optional("satisfaction")
        resolved = try fields.optional("resolved")
        wantsReview = try fields.optional("wantsReview")
        continuedBy = try fields.optional("continuedBy")
        remedies = try fields.optional("remedies")
        personal = try fields.optional("personal")
        at = try fields.required("at")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("workOrder", workOrder)
        writer.write("unit", unit)
        writer.write("to", to)
        writer.write("satisfaction", satisfaction)
        writer.write("resolved", resolved)
        writer.write("wantsReview", wantsReview)
        writer.write("continuedBy", continuedBy)
        writer.write("remedies", remedies)
        writer.write("personal", personal)
        writer.write("at", at)
    }
}
