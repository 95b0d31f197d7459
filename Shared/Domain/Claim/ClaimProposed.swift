/// An amount was calculated, with its reasons; small ones are approved at once, others wait for a second person (S090, S198).
public struct ClaimProposed: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let claim: ClaimNumber
    /// `nil` for goodwill that no finding founds.
    public let liability: Liability?
    public let amount: Money
    public let lines: [AmountLine]
    /// The authority band the amount falls in.
    public let band: String
    public let approvalRequired: Bool
    /// Who proposed it: the maker, who may not approve it.
    public let by: ActorID
    public let at: Instant
    public internal(set) var kind: ClaimKind? = nil
    public internal(set) var ground: String? = nil
    public internal(set) var cause: String? = nil
}

extension ClaimProposed: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        claim = try fields.required("claim")
        liability = try fields.optional("liability")
        amount = try fields.required("amount")
        lines = try fields.required("lines")
        band = try fields.required("band")
        approvalRequired = try fields.required("approvalRequired")
        by = try fields.required("by")
        at = try fields.required("at")
        kind = try fields.optional("kind")
        ground = try fields.optional("ground")
        cause = try fields.optional("cause")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("claim", claim)
        writer.write("liability", liability)
        writer.write("amount", amount)
        writer.write("lines", lines)
        writer.write("band", band)
        writer.write("approvalRequired", approvalRequired)
        writer.write("by", by)
        writer.write("at", at)
        writer.write("kind", kind)
        writer.write("ground", ground)
        writer.write("cause", cause)
    }
}
