/// Billing is asked to pay; the key makes asking twice harmless.
public struct SettlementRequested: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let claim: ClaimNumber
    public let line: LineReference
    public let amount: Money
    /// Unique for each payment; billing pays a key once.
    public let paymentKey: String
    /// From 1.
    public let attempt: Int
    public let at: Instant
}

extension SettlementRequested: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        claim = try fields.required("claim")
        line = try fields.required("line")
        amount = try fields.required("amount")
        paymentKey = try fields.required("paymentKey")
        attempt = try fields.required("attempt")
        at = try fields.required("at")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("claim", claim)
        writer.write("line", line)
        writer.write("amount", amount)
        writer.write("paymentKey", paymentKey)
        writer.write("attempt", attempt)
        writer.write("at", at)
    }
}
