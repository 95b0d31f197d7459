/// A unit's digest is ready for its desk: what has come together since the last one.
public struct StaffDigest: Hashable, Sendable {
    /// `D-marketing-17`: counts within the unit, so a desk shows each once.
    public let digest: NoticeNumber
    public let unit: Unit
    /// How it goes out, such as `staff-desk`.
    public let medium: String
    public let language: Language
    public let title: String
    public let text: String
    /// How many notices it has in it.
    public let total: Int
    public let at: Instant
}

extension StaffDigest: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        digest = try fields.required("digest")
        unit = try fields.required("unit")
        medium = try fields.required("medium")
        language = try fields.required("language")
        title = try fields.required("title")
        text = try fields.required("text")
        total = try fields.required("total")
        at = try fields.required("at")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("digest", digest)
        writer.write("unit", unit)
        writer.write("medium", medium)
        writer.write("language", language)
        writer.write("title", title)
        writer.write("text", text)
        writer.write("total", total)
        writer.write("at", at)
    }
}
