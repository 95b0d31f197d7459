/// Billing has taken the payment back: the claim counts as paid no longer.
public struct ClaimReversed: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let claim: ClaimNumber
    public let amount: Money
    public let paymentKey: String
    /// The reference billing gave.
    public let reference: String?
    public let at: Instant
}

extension ClaimReversed: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        claim = try fields.required("claim")
        amount = try fields.required("amount")
        paymentKey = try fields.required("paymentKey")
        reference = try fields.optional("reference")
        at = try fields.required("at")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("claim", claim)
        writer.write("amount", amount)
        writer.write("paymentKey", paymentKey)
        writer.write("reference", reference)
        writer.write("at", at)
    }
}
