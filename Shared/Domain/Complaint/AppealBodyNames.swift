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
