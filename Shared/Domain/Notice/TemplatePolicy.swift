/// What people are told, in words (`templates.yaml`; S086 asks for standard replies).
public struct TemplatePolicy: Decodable, Hashable, Sendable {
    public let version: PolicyVersion
    public let effective: EffectivePeriod
    public let templates: [NoticeTemplate]
    /// What codes are called where people read them; a code without words stands for itself.
    public let words: [CodeWords]

    /// What a code is called.
    public struct CodeWords: Decodable, Hashable, Sendable {
        public let of: NoticeValue.Vocabulary
        public let code: String
        public let zh: String
        public let en: String
    }

    /// The code of the words for a province's appeal body, in which `{{province}}` stands for the province.
    static let provincialBody = "provincial"

    /// What customers would read as a bare code: what another policy names and no words are given for.
    public func faults(speaking spoken: [(of: NoticeValue.Vocabulary, code: String)]) -> [Fault] {
        let known = Dictionary(grouping: words, by: \.of).mapValues { Set($0.map(\.code)) }
        return spoken.filter { known[$0.of]?.contains($0.code) != true }.map { of, code in
            Fault(field: "words", problem: "have none for the \(of.rawValue) \(code)", expected: "what people are to read, zh and en")
        }
    }

    /// What the types cannot say: names given twice, placeholders that are not closed.
    public func faults() -> [Fault] {
        var faults = effective.faults()
        var names: Set<TemplateName> = []
        for (index, template) in templates.enumerated() {
            if !names.insert(template.name).inserted {
                faults.append(Fault(field: "templates[\(index)].name", problem: "is given twice", expected: "each template once"))
            }
        }
        var codes: [NoticeValue.Vocabulary: Set<String>] = [:]
        for (index, word) in words.enumerated() where !codes[word.of, default: []].insert(word.code).inserted {
            faults.append(Fault(field: "words[\(index)].code", problem: "is given twice", expected: "each code once"))
        }
        return faults
    }
}
