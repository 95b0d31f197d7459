/// A person within the authority band, other than the maker, approved; or the policy did. From here on the money counts as paid.
public struct ClaimApproved: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let claim: ClaimNumber
    public let amount: Money
    /// `nil` where the band needs no person.
    public let by: ActorID?
    public let at: Instant
    /// Whose authority it was, where a deputy approved.
    public internal(set) var onBehalfOf: ActorID? = nil
    public internal(set) var kind: ClaimKind? = nil
    public internal(set) var ground: String? = nil
    public internal(set) var cause: String? = nil
}

extension ClaimApproved: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        claim = try fields.required("claim")
        amount = try fields.required("amount")
        by = try fields.optional("by")
        at = try fields.required("at")
        onBehalfOf = try fields.optional("onBehalfOf")
        kind = try fields.optional("kind")
        ground = try fields.optional("ground")
        cause = try fields.optional("cause")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("claim", claim)
        writer.write("amount", amount)
        writer.write("by", by)
        writer.write("at", at)
        writer.write("onBehalfOf", onBehalfOf)
        writer.write("kind", kind)
        writer.write("ground", ground)
        writer.write("cause", cause)
    }
}
