/// What founds goodwill where no finding does: a person's grant, or the breach of a deadline.
public struct ClaimGift: Hashable, Sendable {
    public let ground: String
    public let by: ActorID
    /// Why, in the words of whoever gave it.
    public let reason: String
    /// The source and the id of the command, or the alert's id: what is told twice is given once.
    public let identity: String

    /// The maker of what the policy gives by itself.
    static let nobody = ActorID("sla-monitor")
}

extension ClaimGift: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        ground = try fields.required("ground")
        by = try fields.required("by")
        reason = try fields.required("reason")
        identity = try fields.required("identity")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("ground", ground)
        writer.write("by", by)
        writer.write("reason", reason)
        writer.write("identity", identity)
    }
}
