/// A complaint as it arrives, read and sealed at the edge; not yet judged.
public struct Submission: Hashable, Sendable {
    public let line: LineReference
    public let channel: Channel
    public let province: Province
    public let category: Category?
    public let language: Language?
    public internal(set) var personal: SealedText
    /// Which of the personal fields were there, by their names on the wire: `customer`, `contact`, `description` …
    public let given: Set<String>
    public let receivedAt: Instant
    public let flags: [Flag]
    public let disputedAmount: Money?
    public let settledOnSpot: Bool
    /// `nil` where there are none, as nearly always.
    public internal(set) var details: SubmissionDetails?

    public init(
        line: LineReference, channel: Channel, province: Province, category: Category?, language: Language?, personal: SealedText,
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

/// What few submissions bring.
public struct SubmissionDetails: Hashable, Sendable {
    /// The duties of intake that were done with the submission (S051–S055).
    public internal(set) var duties: [DutyDone]?
    /// Where the media or the internet have shown the matter (S135).
    public internal(set) var exposure: Exposure?
    /// The staff member who took the complaint down and keeps its register (S066, S103).
    public internal(set) var takenBy: ActorID?
    /// The province the line belongs to, where that is not the one the complaint is about (S150).
    public internal(set) var homeProvince: Province?
    /// The customer filled in the content themselves (S053).
    public internal(set) var writtenByCustomer: Bool?

    public init(
        duties: [DutyDone]? = nil, exposure: Exposure? = nil, takenBy: ActorID? = nil, homeProvince: Province? = nil,
        writtenByCustomer: Bool? = nil
    ) {
        self.duties = duties
        self.exposure = exposure
        self.takenBy = takenBy
        self.homeProvince = homeProvince
        self.writtenByCustomer = writtenByCustomer
    }

    /// These with what later ones add. Who took it down and where stays the first contact's.
    func supplemented(by later: SubmissionDetails) -> SubmissionDetails {
        SubmissionDetails(
            duties: duties.map { first in first + (later.duties ?? []).filter { !first.contains($0) } } ?? later.duties,
            exposure: exposure ?? later.exposure, takenBy: takenBy ?? later.takenBy, homeProvince: homeProvince ?? later.homeProvince,
            writtenByCustomer: writtenByCustomer ?? later.writtenByCustomer)
    }
}

extension SubmissionDetails: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        duties = try fields.optional("duties")
        exposure = try fields.optional("exposure")
        takenBy = try fields.optional("takenBy")
        homeProvince = try fields.optional("homeProvince")
        writtenByCustomer = try fields.optional("writtenByCustomer")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("duties", duties)
        writer.write("exposure", exposure)
        writer.write("takenBy", takenBy)
        writer.write("homeProvince", homeProvince)
        writer.write("writtenByCustomer", writtenByCustomer)
    }
}
