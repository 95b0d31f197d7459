/// A complaint as it arrives, read and sealed at the edge; not yet judged.
public struct Submission: Hashable, Sendable {
    public let line: LineReference
    public let channel: Channel
    public let province: Province
    public let category: Category?
    public let language: Language?
    public let personal: Sealed
    /// Which of the personal fields were there, by their names on the wire: `customer`, `contact`, `description` …
    public let given: Set<String>
    public let receivedAt: Instant
    public let flags: [Flag]
    public let disputedAmount: Money?
    public let settledOnSpot: Bool
    /// `nil` where there are none, as nearly always.
    public internal(set) var details: SubmissionDetails?

    public init(
        line: LineReference, channel: Channel, province: Province, category: Category?, language: Language?, personal: Sealed,
        given: Set<String>, receivedAt: Instant, flags: [Flag], disputedAmount: Money?, settledOnSpot: Bool,
        details: SubmissionDetails? = nil
    ) {
        self.line = line
        self.channel = channel
        self.province = province
        self.category = category
        self.language = language
        self.personal = personal
        self.given = given
        self.receivedAt = receivedAt
        self.flags = flags
        self.disputedAmount = disputedAmount
        self.settledOnSpot = settledOnSpot
        self.details = details
    }
}

extension Submission: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        line = try fields.required("line")
        channel = try fields.required("channel")
        province = try fields.required("province")
        category = try fields.optional("category")
        language = try fields.optional("language")
        personal = try fields.required("personal")
        given = try fields.required("given")
        receivedAt = try fields.required("receivedAt")
        flags = try fields.required("flags")
        disputedAmount = try fields.optional("disputedAmount")
        settledOnSpot = try fields.required("settledOnSpot")
        details = try fields.optional("details")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("line", line)
        writer.write("channel", channel)
        writer.write("province", province)
        writer.write("category", category)
        writer.write("language", language)
        writer.write("personal", personal)
        writer.write("given", given)
        writer.write("receivedAt", receivedAt)
        writer.write("flags", flags)
        writer.write("disputedAmount", disputedAmount)
        writer.write("settledOnSpot", settledOnSpot)
        writer.write("details", details)
    }
}
