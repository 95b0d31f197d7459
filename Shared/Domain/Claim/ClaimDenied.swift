/// Nothing is owed: the operator is not at fault, the ground gives no amount, or all of it has been claimed already.
public struct ClaimDenied: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let claim: ClaimNumber
    public let liability: Liability
    /// In words for the people who found it.
    public let reason: String
    public let at: Instant
    /// For the customer, whom the templates tell it in their own language; `nil` in events of former releases.
    public internal(set) var code: DenialReason? = nil
    /// The ground of the finding, where it names one.
    public internal(set) var ground: String? = nil
}

extension ClaimDenied: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        claim = try fields.required("claim")
        liability = try fields.required("liability")
        reason = try fields.required("reason")
        at = try fields.required("at")
        code = try fields.optional("code")
        ground = try fields.optional("ground")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("claim", claim)
        writer.write("liability", liability)
        writer.write("reason", reason)
        writer.write("at", at)
        writer.write("code", code)
        writer.write("ground", ground)
    }
}
