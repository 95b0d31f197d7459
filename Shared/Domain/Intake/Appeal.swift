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
    /// Whether the answer satisfied; who appeals against one is taken not to be satisfied, and `false` says that there was one.
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

/// An assessment in words: what the customer is told, and what the desk reads.
public struct AppealStatement: Hashable, Sendable {
    /// In the customer's language: what follows, and why.
    public let customer: String
    /// The same with every point that is open, and the law of each.
    public let desk: String

    /// What the words may have in them.
    static let placeholders: Set<String> = ["venue", "mayAppealFrom", "lastDay"]
}

extension AppealPolicy {
    /// Puts an assessment into words; what the policy has none for, which `faults()` finds before, is left out.
    public func statement(
        of assessment: AppealAssessment, in language: Language, called names: AppealBodyNames = AppealBodyNames()
    ) -> AppealStatement {
        var customer: [String] = []
        var desk: [String] = []
        if let outcome = outcomes.first(where: { $0.of == assessment.outcome }) {
            let text = filled(outcome.text(in: language), assessment, language, names)
            customer.append(text)
            desk.append(text + Self.basis(outcome.source, language, names))
        }
        for finding in assessment.open {
            guard let point = points.first(where: { $0.of == finding.point }) else { continue }
            let text = filled(point.text(in: language), assessment, language, names)
            // The customer reads the reasons of this outcome, not each point that nobody has spoken of yet.
            if finding.verdict == .failed || assessment.outcome == .inquire { customer.append(text) }
            desk.append(finding.verdict.word(in: language) + text + Self.basis(point.source, language, names))
        }
        return AppealStatement(
            customer: customer.joined(separator: language == .chinese ? "" : " "), desk: desk.joined(separator: "\n"))
    }

    /// The law behind a point in parentheses; nothing where its source names none.
    private static func basis(_ source: String, _ language: Language, _ names: AppealBodyNames) -> String {
        let basis = names.laws.basis(of: source, in: language)
        guard !basis.isEmpty else { return "" }
        return language == .chinese ? "(" + basis + ")" : " (" + basis + ")"
    }

    private func filled(_ text: String, _ assessment: AppealAssessment, _ language: Language, _ names: AppealBodyNames) -> String {
        let unknown = language == .chinese ? "(待核实)" : "(to be found)"
        return
            text
            .replacing("{{venue}}", with: names.name(of: assessment.venue, national: national, in: language))
            .replacing("{{mayAppealFrom}}", with: assessment.mayAppealFrom?.description ?? unknown)
            .replacing("{{lastDay}}", with: assessment.lastDay?.description ?? unknown)
    }
}

extension AppealFinding.Verdict {
    /// What stands before a point on the desk's list.
    fileprivate func word(in language: Language) -> String {
        switch (self, language) {
        case (.met, .chinese): "符合:"
        case (.met, .english): "Met: "
        case (.failed, .chinese): "不符合:"
        case (.failed, .english): "Not met: "
        case (.unknown, .chinese): "待核实:"
        case (.unknown, .english): "To be found out: "
        }
    }
}

extension AppealStatement: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        customer = try fields.required("customer")
        desk = try fields.required("desk")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("customer", customer)
        writer.write("desk", desk)
    }
}

/// What a registered complaint says of the appeal it came by.
public struct AppealRecord: Hashable, Sendable {
    public let body: AppealBody
    /// The number the body gave it.
    public let caseNumber: String?
    public let appealedOn: CivilDate
    /// When the body accepted it, where it has.
    public let acceptedOn: CivilDate?
    /// The complaint to the operator that it is about, where the line's file has one.
    public let complaint: ComplaintNumber?
    /// The operator's own reading; `nil` for a body that Order 35 does not speak of.
    public let assessment: AppealAssessment?
    public let statement: AppealStatement?
}

extension AppealRecord: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        body = try fields.required("body")
        caseNumber = try fields.optional("caseNumber")
        appealedOn = try fields.required("appealedOn")
        acceptedOn = try fields.optional("acceptedOn")
        complaint = try fields.optional("complaint")
        assessment = try fields.optional("assessment")
        statement = try fields.optional("statement")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("body", body)
        writer.write("caseNumber", caseNumber)
        writer.write("appealedOn", appealedOn)
        writer.write("acceptedOn", acceptedOn)
        writer.write("complaint", complaint)
        writer.write("assessment", assessment)
        writer.write("statement", statement)
    }
}
