/// Billing has paid. It carries the statement the customer gets in writing: what was paid, for what, by which rule (S108).
public struct ClaimSettled: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let claim: ClaimNumber
    public let amount: Money
    public let paymentKey: String
    /// The reference billing gave.
    public let reference: String?
    public let at: Instant
    /// The reasons; they add up to the amount.
    public internal(set) var statement: [AmountLine]? = nil
    public internal(set) var kind: ClaimKind? = nil
    public internal(set) var liability: Liability? = nil
}

extension ClaimSettled: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        claim = try fields.required("claim")
        amount = try fields.required("amount")
        paymentKey = try fields.required("paymentKey")
        reference = try fields.optional("reference")
        at = try fields.required("at")
        statement = try fields.optional("statement")
        kind = try fields.optional("kind")
        liability = try fields.optional("liability")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("claim", claim)
        writer.write("amount", amount)
        writer.write("paymentKey", paymentKey)
        writer.write("reference", reference)
        writer.write("at", at)
        writer.write("statement", statement)
        writer.write("kind", kind)
        writer.write("liability", liability)
    }
}
