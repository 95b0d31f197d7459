/// The media or the internet have shown an open complaint's matter (S131, S135).
public struct ComplaintExposed: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let channel: Channel
    public let exposure: Exposure
    /// Whether the complaint is major from now on, by the policy.
    public let major: Bool
    public let at: Instant
    /// The CloudEvents source and id of the event it answers; `nil` where a release wrote it that did not say so.
    public internal(set) var eventSource: String? = nil
    public internal(set) var eventID: String? = nil
}

extension ComplaintExposed: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        channel = try fields.required("channel")
        exposure = try fields.required("exposure")
        major = try fields.required("major")
        at = try fields.required("at")
        eventSource = try fields.optional("eventSource")
        eventID = try fields.optional("eventID")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("channel", channel)
        writer.write("exposure", exposure)
        writer.write("major", major)
        writer.write("at", at)
        writer.write("eventSource", eventSource)
        writer.write("eventID", eventID)
    }
}
