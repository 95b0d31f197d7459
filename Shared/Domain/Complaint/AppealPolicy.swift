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
