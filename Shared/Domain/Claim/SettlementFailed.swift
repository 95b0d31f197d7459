/// Billing could not pay, or did not answer; a named state, not a log line.
public struct SettlementFailed: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let claim: ClaimNumber
    public let paymentKey: String
    /// From 1.
    public let attempt: Int
    public let reason: String
    /// Whether it will be tried again by itself.
    public let willRetry: Bool
    public let at: Instant
    /// The failure by the policy's name, where billing gave one; `no-answer` where it did not answer.
    public internal(set) var code: String? = nil
}

extension SettlementFailed: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        claim = try fields.required("claim")
        paymentKey = try fields.required("paymentKey")
        attempt = try fields.required("attempt")
        reason = try fields.required("reason")
        willRetry = try fields.required("willRetry")
        at = try fields.required("at")
        code = try fields.optional("code")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("claim", claim)
        writer.write("paymentKey", paymentKey)
        writer.write("attempt", attempt)
        writer.write("reason", reason)
        writer.write("willRetry", willRetry)
        writer.write("at", at)
        writer.write("code", code)
    }
}
