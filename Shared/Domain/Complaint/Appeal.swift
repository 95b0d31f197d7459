/// An appeal as it arrives from a regulators' desk, beyond what every complaint brings (Order 35 art. 9–13; S015–S021).
///
/// Days are days of the operator's time zone; what is not said is `nil`.
public struct Appeal: Hashable, Sendable {
    /// The body that has the appeal: a province's by its ISO 3166-2 code, or the national one by its code in the policy.
    public var body: AppealBody?
    /// The number the body gave it. Never personal data.
    public var caseNumber: String?
    /// The appeal's own date (art. 12(4)).
    public var date: CivilDate?
    /// The operator that is appealed against (art. 12(2)).
    public var respondent: String?
    /// Where that operator is; venue follows it (art. 9). The complaint's province where it is not said.
    public var respondentProvince: Province?
    public var interest: AppealInterest?
    public var target: AppealTarget?
    /// Whether it is about receiving a telecom service at all (art. 2).
    public var aboutService: Bool?
    /// A question about policy, no dispute (art. 13).
    public var isQuestion: Bool?
    /// Whether, and when, the customer complained to the operator first, and when it answered (art. 10(4), 13).
    public var complainedFirst: Bool?
    public var complainedOn: CivilDate?
    public var answeredOn: CivilDate?
    /// Whether the answer satisfied; who appeals is taken not to be satisfied.
    public var satisfied: Bool?
    /// When what the appeal is about happened (art. 11(1)).
    public var arisenOn: CivilDate?
    public var settlement: AppealSettlement?
    /// Who has accepted or handled the matter already (art. 11(3), (4)).
    public var before: [AppealForum]?
    /// The law that takes the matter out of Order 35 (art. 11(6)).
    public var otherLaw: String?
    /// When the body accepted the appeal, where it has.
    public var acceptedOn: CivilDate?

    public init() {}

    /// The appeal with what a later word on it adds.
    func supplemented(by later: Appeal) -> Appeal {
        var appeal = self
        appeal.body = body ?? later.body
        appeal.caseNumber = caseNumber ?? later.caseNumber
        appeal.date = date ?? later.date
        appeal.respondent = respondent ?? later.respondent
        appeal.respondentProvince = respondentProvince ?? later.respondentProvince
        appeal.interest = later.interest ?? interest
        appeal.target = target ?? later.target
        appeal.aboutService = later.aboutService ?? aboutService
        appeal.isQuestion = later.isQuestion ?? isQuestion
        appeal.complainedFirst = later.complainedFirst ?? complainedFirst
        appeal.complainedOn = complainedOn ?? later.complainedOn
        appeal.answeredOn = later.answeredOn ?? answeredOn
        appeal.satisfied = later.satisfied ?? satisfied
        appeal.arisenOn = arisenOn ?? later.arisenOn
        appeal.settlement = later.settlement ?? settlement
        appeal.before = later.before ?? before
        appeal.otherLaw = later.otherLaw ?? otherLaw
        appeal.acceptedOn = later.acceptedOn ?? acceptedOn
        return appeal
    }
}

/// An appeal body 申诉受理机构: a province's by its ISO 3166-2 code, or the national centre (S004).
public struct AppealBody: Code {
    public let rawValue: String
    public init(_ text: String) { rawValue = text }
}

/// What the appellant has to do with the matter (S005, S018).
public enum AppealInterest: String, DocumentWord, Sendable, CaseIterable {
    /// It is the appellant's own service.
    case own
    /// Authorised by whose service it is.
    case authorised
    /// Neither.
    case none
}

/// Whom the appeal is against (S006).
public enum AppealTarget: String, DocumentWord, Sendable, CaseIterable {
    case `operator`
    /// An agent, such as of public telephones, that an operator entrusted.
    case agent
}

/// How far the two sides have settled the matter themselves (art. 11(2)).
public enum AppealSettlement: String, DocumentWord, Sendable, CaseIterable {
    case none
    case agreed
    /// Agreed and carried out: there is nothing left to appeal.
    case carriedOut = "carried-out"
}

/// Who else may have the matter (art. 11(3), (4)).
public enum AppealForum: String, DocumentWord, Sendable, CaseIterable {
    case appealBody = "appeal-body"
    case court
    case arbitration
    case consumerOrganisation = "consumer-organisation"
    case agency
}

extension Appeal: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        body = try fields.optional("body")
        caseNumber = try fields.optional("caseNumber")
        date = try fields.optional("date")
        respondent = try fields.optional("respondent")
        respondentProvince = try fields.optional("respondentProvince")
        interest = try fields.optional("interest")
        target = try fields.optional("target")
        aboutService = try fields.optional("aboutService")
        isQuestion = try fields.optional("isQuestion")
        complainedFirst = try fields.optional("complainedFirst")
        complainedOn = try fields.optional("complainedOn")
        answeredOn = try fields.optional("answeredOn")
        satisfied = try fields.optional("satisfied")
        arisenOn = try fields.optional("arisenOn")
        settlement = try fields.optional("settlement")
        before = try fields.optional("before")
        otherLaw = try fields.optional("otherLaw")
        acceptedOn = try fields.optional("acceptedOn")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("body", body)
        writer.write("caseNumber", caseNumber)
        writer.write("date", date)
        writer.write("respondent", respondent)
        writer.write("respondentProvince", respondentProvince)
        writer.write("interest", interest)
        writer.write("target", target)
        writer.write("aboutService", aboutService)
        writer.write("isQuestion", isQuestion)
        writer.write("complainedFirst", complainedFirst)
        writer.write("complainedOn", complainedOn)
        writer.write("answeredOn", answeredOn)
        writer.write("satisfied", satisfied)
        writer.write("arisenOn", arisenOn)
        writer.write("settlement", settlement)
        writer.write("before", before)
        writer.write("otherLaw", otherLaw)
        writer.write("acceptedOn", acceptedOn)
    }
}
