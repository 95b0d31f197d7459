/// How appeals are assessed, and in which words that is said (`appeals.yaml`; Order 35 art. 2, 8–13; S002, S014–S021).
public struct AppealPolicy: Decodable, Equatable, Sendable {
    public let version: PolicyVersion
    public let effective: EffectivePeriod
    /// The channels of bodies that Order 35 speaks of; an appeal from elsewhere is registered without an assessment (S004, S128).
    public let assessedChannels: Sourced<[Channel]>
    /// In how many days the operator has to answer, calendar days, the first not counted (art. 8).
    public let answerDays: Sourced<Int>
    /// Within how many months a dispute about charges has to be appealed (art. 11(1)).
    public let chargeMonths: Sourced<Int>
    /// Within how many months any other matter has to be.
    public let otherMonths: Sourced<Int>
    public let chargeCategories: Sourced<[Category]>
    /// The contents of the written form (art. 12); not asked of an appeal that its body has accepted.
    public let form: Sourced<[RequiredField]>
    /// As what an appeal is registered whose customer has not been to the operator first (art. 13).
    public let complainFirst: Sourced<ComplainFirst>
    public let national: NationalBody
    /// Where no provincial body has been set up (S009, S017).
    public let provincesWithoutBody: Sourced<[Province]>
    public let outcomes: [AppealWords<AppealOutcome>]
    public let points: [AppealWords<AppealPoint>]

    /// What becomes of an appeal that should have been a complaint.
    public enum ComplainFirst: String, Codable, Sendable, CaseIterable {
        /// It is the customer's complaint to the operator: the operator's days to answer begin.
        case complaint
        /// It stays an appeal.
        case appeal
    }

    /// The body for provinces that have none (S004, S017).
    public struct NationalBody: Decodable, Equatable, Sendable {
        public let code: AppealBody
        public let name: String
        public let source: String
    }

    /// What the types cannot say: figures out of range, words missing or given twice.
    public func faults() -> [Fault] {
        var faults = effective.faults()
        for (field, figure) in [("answerDays", answerDays), ("chargeMonths", chargeMonths), ("otherMonths", otherMonths)]
        where figure.value < 1 {
            faults.append(Fault(field: field + ".value", problem: "is below 1", expected: "1 or more"))
        }
        return faults + AppealWords.faults(outcomes, at: "outcomes") + AppealWords.faults(points, at: "points")
    }
}

/// What an outcome or a point is called, for the customer and for the desk.
public struct AppealWords<Subject: RawRepresentable & CaseIterable & Hashable & Decodable & Sendable>: Decodable, Equatable, Sendable
where Subject.RawValue == String {
    public let of: Subject
    /// The article, which the desk is told.
    public let source: String
    public let zh: String
    public let en: String

    func text(in language: Language) -> String { language == .chinese ? zh : en }

    static func faults(_ words: [Self], at field: String) -> [Fault] {
        var faults: [Fault] = []
        for subject in Subject.allCases where words.count(where: { $0.of == subject }) != 1 {
            faults.append(Fault(field: field, problem: "does not have \(subject.rawValue) once", expected: "words for each"))
        }
        for (index, word) in words.enumerated() {
            for (language, text) in [("zh", word.zh), ("en", word.en)] {
                let path = "\(field)[\(index)].\(language)"
                do {
                    let unknown = try NoticeText(text, at: path).placeholders.filter { !AppealStatement.placeholders.contains($0) }
                    for name in unknown {
                        faults.append(
                            Fault(
                                field: path, problem: "uses {{\(name)}}, which nothing fills",
                                expected: "one of " + AppealStatement.placeholders.sorted().joined(separator: ", ")))
                    }
                } catch {
                    faults.append(error)
                }
            }
        }
        return faults
    }
}

extension AppealPolicy {
    /// Holds an appeal against the rules.
    public func assess(_ appeal: Appeal, _ facts: AppealFacts) -> AppealAssessment {
        let venue = venue(of: facts.province)
        let right = right(to: appeal, facts)
        let lastDay = appeal.arisenOn.map { $0.adding(months: limit(for: facts.category)) }
        func verdict(_ point: AppealPoint) -> AppealFinding.Verdict {
            switch point {
            case .scope: holds(appeal.aboutService != false)
            case .agent: holds(appeal.target != .agent || right.isAsked)
            case .venue: holds((appeal.body ?? venue) == venue)
            case .writtenForm: holds(facts.missing.isEmpty)
            case .directInterest: appeal.interest.map { holds($0 != .none) } ?? .unknown
            case .definiteRespondent: holds(appeal.respondent != nil)
            case .specificClaim: holds(facts.hasClaim)
            case .complainedFirst: right.verdict
            case .inTime: holds(lastDay.map { facts.day <= $0 } ?? true)
            case .notSettled: holds(appeal.settlement != .carriedOut)
            case .notBeforeAppealBody: holds(!facts.appealedBefore && !has(appeal, [.appealBody]))
            case .notElsewhere: holds(!has(appeal, [.court, .arbitration, .consumerOrganisation, .agency]))
            case .noOtherLaw: holds(appeal.otherLaw == nil)
            }
        }
        let findings = AppealPoint.allCases.map { AppealFinding(point: $0, verdict: verdict($0)) }
        let failed = Set(findings.filter { $0.verdict == .failed }.map(\.point))
        let isUnknown = findings.contains { $0.verdict == .unknown }
        return AppealAssessment(
            outcome: outcome(of: appeal, failed: failed, isUnknown: isUnknown, right), findings: findings, venue: venue,
            mayAppealFrom: right.from, lastDay: lastDay)
    }

    /// The body of the respondent's province, else the national one (art. 9; S016, S017).
    func venue(of province: Province) -> AppealBody {
        provincesWithoutBody.value.contains(province) ? national.code : AppealBody(province.rawValue)
    }

    /// The first that holds, from what ends the matter at once to what only delays it.
    private func outcome(
        of appeal: Appeal, failed: Set<AppealPoint>, isUnknown: Bool, _ right: AppealRight
    ) -> AppealOutcome {
        if appeal.isQuestion == true { return .question }
        if failed.contains(.writtenForm) { return .incomplete }
        if failed.contains(.venue) { return .otherVenue }
        let refusals: Set<AppealPoint> = [.scope, .inTime, .notSettled, .notBeforeAppealBody, .notElsewhere, .noOtherLaw, .directInterest]
        if !refusals.isDisjoint(with: failed) { return .refused }
        if failed.contains(.complainedFirst) || failed.contains(.agent) {
            return right.isSatisfied ? .refused : right.isAsked ? .tooEarly : .complainFirst
        }
        // Who has to go to the operator first need not put it as an appeal yet, so these come last.
        if failed.contains(.definiteRespondent) || failed.contains(.specificClaim) { return .refused }
        return isUnknown ? .inquire : .admissible
    }

    /// How the operator was asked first, and since when the customer may appeal (art. 8, 10(4), 13; S014, S015, S021).
    ///
    /// The day of the complaint is not counted, and no day of rest moves the end: an unanswered complaint of the 1st may be appealed from the
    /// 17th, when fifteen days are over. An answer that does not satisfy opens the way on its own day, and so does the appellant's word that it did
    /// not, where nobody has said of which day the answer is.
    private func right(to appeal: Appeal, _ facts: AppealFacts) -> AppealRight {
        // The file forgets what was closed long ago, so the earlier of what it has and what the appeal says counts.
        guard let asked = [facts.complainedOn, appeal.complainedOn].compactMap(\.self).min() else {
            let verdict: AppealFinding.Verdict = appeal.complainedFirst == false || appeal.target == .agent ? .failed : .unknown
            return AppealRight(verdict: verdict, isAsked: false, isSatisfied: false, from: nil)
        }
        let unanswered = asked.adding(days: answerDays.value + 1)
        let answered = appeal.answeredOn ?? facts.answeredOn
        if answered != nil, appeal.satisfied == true {
            return AppealRight(verdict: .failed, isAsked: true, isSatisfied: true, from: nil)
        }
        let opened = answered ?? (appeal.satisfied == false ? facts.day : nil)
        let from = opened.map { min($0, unanswered) } ?? unanswered
        return AppealRight(verdict: holds(from <= facts.day), isAsked: true, isSatisfied: false, from: from)
    }

    private func limit(for category: Category?) -> Int {
        guard let category, chargeCategories.value.contains(category) else { return otherMonths.value }
        return chargeMonths.value
    }

    private func has(_ appeal: Appeal, _ forums: Set<AppealForum>) -> Bool { !forums.isDisjoint(with: appeal.before ?? []) }

    private func holds(_ condition: Bool) -> AppealFinding.Verdict { condition ? .met : .failed }
}

/// How far the customer's right to appeal has come.
private struct AppealRight {
    let verdict: AppealFinding.Verdict
    let isAsked: Bool
    let isSatisfied: Bool
    let from: CivilDate?
}

/// What appeal bodies are called where people read of them, and the laws that stand behind an assessment.
public struct AppealBodyNames: Hashable, Sendable {
    private let words: [NoticeValue.Vocabulary: [String: TemplatePolicy.CodeWords]]
    let laws: LawNames

    /// - Parameter words: of the template policy, which has the bodies and the provinces.
    public init(_ words: [TemplatePolicy.CodeWords] = [], laws: LawNames = LawNames()) {
        self.words = Dictionary(grouping: words.filter { $0.of == .body || $0.of == .province }, by: \.of).mapValues { words in
            Dictionary(words.map { ($0.code, $0) }) { first, _ in first }
        }
        self.laws = laws
    }

    /// A body in words; one that has none is called what the appeal policy calls it, else by its code.
    func name(of body: AppealBody, national: AppealPolicy.NationalBody, in language: Language) -> String {
        if body == national.code, words[.body]?[body.rawValue] == nil { return national.name }
        return NoticeWording(language: language, offset: .utc, words: words, laws: laws).text(.words(.body, [body.rawValue]))
    }
}
