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
    /// When that complaint was closed with an answer.
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
