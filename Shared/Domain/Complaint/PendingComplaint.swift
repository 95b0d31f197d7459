/// A complaint that has its number and waits for what is missing (S070): all that its registration will need.
public struct PendingComplaint: Sendable, Equatable {
    /// The first contact's submission with every supplement laid over it.
    public internal(set) var submission: Submission
    public internal(set) var flags: [Flag]
    public internal(set) var nature: Nature
    public let repeatOf: ComplaintNumber?
    /// The fields that are missing; a complaint waits for fields, for duties, or for both.
    public internal(set) var missing: [RequiredField]
    /// How often it has been supplemented.
    public internal(set) var supplements: Int
    /// The duties that have to be done first; `nil` for none.
    public internal(set) var missingDuties: [Duty]?
    /// The appeal it came by, and the complaint to the operator that the desk named.
    public internal(set) var appeal: Appeal?
    public internal(set) var about: ComplaintNumber?
    /// What the complaints it repeats have cost, as known when it came: they may be forgotten by the time it is complete.
    public internal(set) var earlierPaid: [PaidClaim]? = nil

    /// The event it was made from; `nil` where a release wrote it that kept none.
    public internal(set) var origin: EventOrigin? = nil

    var isComplete: Bool { missing.isEmpty && (missingDuties ?? []).isEmpty }

    /// All that is missing, by the names on the wire: fields, then duties.
    var wanted: [String] { missing.map(\.rawValue) + (missingDuties ?? []).map(\.rawValue) }

    /// The matter is in the media before the complaint is complete (S135).
    mutating func expose(_ exposure: Exposure, isMajor: Bool) {
        var details = submission.details ?? SubmissionDetails()
        details.exposure = exposure
        submission.details = details
        if isMajor { nature = .major }
    }

    /// Whether a submission brings any of what is missing.
    func gains(from submission: Submission) -> Bool {
        if missing.contains(where: submission.brings) { return true }
        guard let missingDuties, let done = submission.details?.duties else { return false }
        return done.contains { missingDuties.contains($0.duty) }
    }
}

extension Submission {
    /// The submission with what a later one adds. Line, channel, province and time stay the first contact's.
    func supplemented(by later: Submission) -> Submission {
        Submission(
            line: line, channel: channel, province: province, category: category ?? later.category,
            language: language ?? later.language, personal: personal.followed(by: later.personal), given: given.union(later.given),
            receivedAt: receivedAt, flags: flags, disputedAmount: disputedAmount ?? later.disputedAmount,
            settledOnSpot: settledOnSpot || later.settledOnSpot,
            details: details.map { first in later.details.map(first.supplemented(by:)) ?? first } ?? later.details)
    }
}

extension PendingComplaint: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        submission = try fields.required("submission")
        flags = try fields.required("flags")
        nature = try fields.required("nature")
        repeatOf = try fields.optional("repeatOf")
        missing = try fields.required("missing")
        supplements = try fields.required("supplements")
        missingDuties = try fields.optional("missingDuties")
        appeal = try fields.optional("appeal")
        about = try fields.optional("about")
        earlierPaid = try fields.optional("earlierPaid")
        origin = try fields.optional("origin")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("submission", submission)
        writer.write("flags", flags)
        writer.write("nature", nature)
        writer.write("repeatOf", repeatOf)
        writer.write("missing", missing)
        writer.write("supplements", supplements)
        writer.write("missingDuties", missingDuties)
        writer.write("appeal", appeal)
        writer.write("about", about)
        writer.write("earlierPaid", earlierPaid)
        writer.write("origin", origin)
    }
}
