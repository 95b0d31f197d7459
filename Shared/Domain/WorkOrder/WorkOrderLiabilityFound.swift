/// The investigation found whose fault it was (S071, S198).
public struct WorkOrderLiabilityFound: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    public let liability: Liability
    /// Reason code of the compensation policy, such as `wrong-charge` or `late-repair`; none where nothing is owed.
    public let ground: String?
    /// The amount the ground is calculated from, such as the wrong charge.
    public let amount: Money?
    /// Days or hours the ground is calculated from, such as days of delay.
    public let quantity: Int?
    public let by: ActorID
    public let at: Instant
    /// The partner whose service it is (S169).
    public internal(set) var partner: String? = nil
    /// The grade of the partner's penalty by the policy (S169).
    public internal(set) var penalty: String? = nil
    /// Further figures and circumstances that the compensation policy asks for.
    public internal(set) var particulars: Particulars? = nil
}

extension WorkOrderLiabilityFound: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        workOrder = try fields.required("workOrder")
        liability = try fields.required("liability")
        ground = try fields.optional("ground")
        amount = try fields.optional("amount")
        quantity = try fields.optional("quantity")
        by = try fields.required("by")
        at = try fields.required("at")
        partner = try fields.optional("partner")
        penalty = try fields.optional("penalty")
        particulars = try fields.optional("particulars")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("workOrder", workOrder)
        writer.write("liability", liability)
        writer.write("ground", ground)
        writer.write("amount", amount)
        writer.write("quantity", quantity)
        writer.write("by", by)
        writer.write("at", at)
        writer.write("partner", partner)
        writer.write("penalty", penalty)
        writer.write("particulars", particulars)
    }
}
