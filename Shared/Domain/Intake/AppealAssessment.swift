/// An appeal held against Order 35: the four conditions of art. 10, the six refusals of art. 11, venue, form, and what the operator was asked
/// before (S015–S021).
///
/// It is the operator's own reading, for its desk and for the customer. Whether the appeal is accepted is the appeal body's to decide.
public struct AppealAssessment: Hashable, Sendable {
    public let outcome: AppealOutcome
    /// Every point, in the order of `AppealPoint`.
    public let findings: [AppealFinding]
    /// The body whose it is by art. 9.
    public let venue: AppealBody
    /// The first day on which the customer may appeal; `nil` where that cannot be told.
    public let mayAppealFrom: CivilDate?
    /// The last day on which the customer may appeal by art. 11(1); `nil` where it is not known when the matter arose.
    public let lastDay: CivilDate?

    public func verdict(_ point: AppealPoint) -> AppealFinding.Verdict? { findings.first { $0.point == point }?.verdict }

    /// The points that are not met.
    public var open: [AppealFinding] { findings.filter { $0.verdict != .met } }
}

/// What is known of an appeal's matter beyond what the appeal says.
public struct AppealFacts: Hashable, Sendable {
    /// The day of the appeal.
    public let day: CivilDate
    /// Where the respondent is.
    public let province: Province
    public let category: Category?
    /// The contents of the written form that are missing.
    public let missing: [RequiredField]
    /// Whether a demand and the facts it stands on are there.
    public let hasClaim: Bool
    /// When the customer first complained to the operator of it, by the operator's own file.
    public let complainedOn: CivilDate?
    /// When the customer was told the answer to that complaint, by the operator's own file.
    public let answeredOn: CivilDate?
    /// Whether the file has another appeal in the matter.
    public let appealedBefore: Bool

    public init(
        day: CivilDate, province: Province, category: Category?, missing: [RequiredField] = [], hasClaim: Bool = true,
        complainedOn: CivilDate? = nil, answeredOn: CivilDate? = nil, appealedBefore: Bool = false
    ) {
        self.day = day
        self.province = province
        self.category = category
        self.missing = missing
        self.hasClaim = hasClaim
        self.complainedOn = complainedOn
        self.answeredOn = answeredOn
        self.appealedBefore = appealedBefore
    }
}

extension AppealAssessment: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        outcome = try fields.required("outcome")
        findings = try fields.required("findings")
        venue = try fields.required("venue")
        mayAppealFrom = try fields.optional("mayAppealFrom")
        lastDay = try fields.optional("lastDay")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("outcome", outcome)
        writer.write("findings", findings)
        writer.write("venue", venue)
        writer.write("mayAppealFrom", mayAppealFrom)
        writer.write("lastDay", lastDay)
    }
}

/// One thing an appeal is judged by.
public enum AppealPoint: String, DocumentWord, Codable, Sendable, CaseIterable {
    /// A dispute from receiving a telecom service (art. 2; S002).
    case scope
    /// A matter for the operator that entrusted an agent, which has to be asked first.
    case agent
    /// The body of the respondent's province, or the national one where it has none (art. 9; S016, S017).
    case venue
    /// The written form with all its contents (art. 12).
    case writtenForm = "written-form"
    /// Art. 10(1), S018.
    case directInterest = "direct-interest"
    /// Art. 10(2), S019.
    case definiteRespondent = "definite-respondent"
    /// Art. 10(3), S020.
    case specificClaim = "specific-claim"
    /// Art. 10(4), 13; S015, S021.
    case complainedFirst = "complained-first"
    /// Art. 11(1).
    case inTime = "in-time"
    /// Art. 11(2).
    case notSettled = "not-settled"
    /// Art. 11(3).
    case notBeforeAppealBody = "not-before-appeal-body"
    /// Art. 11(4).
    case notElsewhere = "not-elsewhere"
    /// Art. 11(6).
    case noOtherLaw = "no-other-law"
}

/// How a point stands.
public struct AppealFinding: Hashable, Sendable {
    public let point: AppealPoint
    public let verdict: Verdict

    public enum Verdict: String, DocumentWord, Sendable, CaseIterable {
        case met
        case failed
        /// Nobody has said; it has to be asked.
        case unknown
    }
}

/// What follows from all points together.
public enum AppealOutcome: String, DocumentWord, Codable, Sendable, CaseIterable {
    /// A question of policy: it is answered (art. 13).
    case question
    /// Contents of the written form are missing (art. 12).
    case incomplete
    /// Another body's to take (art. 9).
    case otherVenue = "other-venue"
    /// Not to be accepted (art. 11).
    case refused
    /// The operator has not been asked yet: it is, now (art. 13).
    case complainFirst = "complain-first"
    /// The operator has been asked and its days to answer still run (art. 8, 10(4)).
    case tooEarly = "too-early"
    /// A condition that nobody has spoken of has to be asked about (art. 13).
    case inquire
    case admissible
}

extension AppealFinding: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        point = try fields.required("point")
        verdict = try fields.required("verdict")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("point", point)
        writer.write("verdict", verdict)
    }
}
