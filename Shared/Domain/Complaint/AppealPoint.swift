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
