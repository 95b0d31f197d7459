/// A complaint has its number but not yet all it needs; the customer is asked (S069, S070).
public struct ComplaintInformationRequired: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let line: LineReference
    public let channel: Channel
    public let province: Province
    public let language: Language
    public let personal: Sealed
    /// The fields that are missing, by their names on the wire.
    public let missing: [String]
    public let askedAt: Instant
    /// The CloudEvents source and id of the event it answers; `nil` where a release wrote it that did not say so.
    public internal(set) var eventSource: String? = nil
    public internal(set) var eventID: String? = nil
}

extension ComplaintInformationRequired: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        line = try fields.required("line")
        channel = try fields.required("channel")
        province = try fields.required("province")
        language = try fields.required("language")
        personal = try fields.required("personal")
        missing = try fields.required("missing")
        askedAt = try fields.required("askedAt")
        eventSource = try fields.optional("eventSource")
        eventID = try fields.optional("eventID")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("line", line)
        writer.write("channel", channel)
        writer.write("province", province)
        writer.write("language", language)
        writer.write("personal", personal)
        writer.write("missing", missing)
        writer.write("askedAt", askedAt)
        writer.write("eventSource", eventSource)
        writer.write("eventID", eventID)
    }
}
