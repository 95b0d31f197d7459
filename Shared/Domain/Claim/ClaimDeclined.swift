/// An approver declined, or a later finding replaced what nobody had decided; then it is by whoever found that.
public struct ClaimDeclined: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let claim: ClaimNumber
    public let reason: String
    public let by: ActorID
    public let at: Instant

    /// The code under which the templates have words for it; the person's own reason is the desk's to read.
    static let word = "not-approved"

    /// Whether a later finding took its place: then that one's end is what the customer hears.
    var isReplaced: Bool { reason == ClaimState.replaced }
}

extension ClaimDeclined: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        claim = try fields.required("claim")
        reason = try fields.required("reason")
        by = try fields.required("by")
        at = try fields.required("at")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("claim", claim)
        writer.write("reason", reason)
        writer.write("by", by)
        writer.write("at", at)
    }
}
