/// Billing could not take the payment back, or did not answer: the customer still has it, and a person has to act.
public struct ReversalFailed: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let claim: ClaimNumber
    public let paymentKey: String
    /// From 1.
    public let attempt: Int
    public let reason: String
    public let at: Instant
}

extension ReversalFailed: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        claim = try fields.required("claim")
        paymentKey = try fields.required("paymentKey")
        attempt = try fields.required("attempt")
        reason = try fields.required("reason")
        at = try fields.required("at")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("claim", claim)
        writer.write("paymentKey", paymentKey)
        writer.write("attempt", attempt)
        writer.write("reason", reason)
        writer.write("at", at)
    }
}
