/// Nobody reached the customer for the follow-up, as often as the policy says; the question goes out in writing, and that is its end (S109).
public struct CustomerUnreached: Hashable, Sendable {
    public let complaint: ComplaintNumber
    /// How often a person was asked to call.
    public let attempts: Int
    public let at: Instant
}

extension CustomerUnreached: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        attempts = try fields.required("attempts")
        at = try fields.required("at")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("attempts", attempts)
        writer.write("at", at)
    }
}
