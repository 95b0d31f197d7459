/// Billing is asked to take a payment back.
public struct ReversalRequested: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let claim: ClaimNumber
    public let line: LineReference
    public let amount: Money
    /// The key it was paid under.
    public let paymentKey: String
    /// The reference of the payment.
    public let reference: String?
    /// From 1.
    public let attempt: Int
    public let reason: String
    public let by: ActorID
    public let at: Instant
}

extension ReversalRequested: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        claim = try fields.required("claim")
        line = try fields.required("line")
        amount = try fields.required("amount")
        paymentKey = try fields.required("paymentKey")
        reference = try fields.optional("reference")
        attempt = try fields.required("attempt")
        reason = try fields.required("reason")
        by = try fields.required("by")
        at = try fields.required("at")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("claim", claim)
        writer.write("line", line)
        writer.write("amount", amount)
        writer.write("paymentKey", paymentKey)
        writer.write("reference", reference)
        writer.write("attempt", attempt)
        writer.write("reason", reason)
        writer.write("by", by)
        writer.write("at", at)
    }
}
