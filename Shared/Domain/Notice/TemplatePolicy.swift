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
