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

/// One message in each language, with `{{name}}` where a value goes.
public struct NoticeTemplate: Decodable, Hashable, Sendable {
    /// One language's words.
    public struct Words: Decodable, Hashable, Sendable {
        public let title: String
        public let text: String
    }

    public let name: TemplateName
    /// The rules it fulfils.
    public let source: String
    public let zh: Words
    public let en: Words

    public func words(in language: Language) -> Words {
        switch language {
        case .chinese: zh
        case .english: en
        }
    }
}

/// A template taken apart once, so that filling it in is all that is left for each message.
struct PreparedTemplate: Hashable, Sendable {
    private struct Words: Hashable, Sendable {
        let title: NoticeText
        let text: NoticeText
    }

    private let zh: Words
    private let en: Words
    /// The placeholders of both languages: all that a message of this template has to remember.
    let names: Set<String>

    /// - Throws: the first `Fault` of its texts.
    init(_ template: NoticeTemplate) throws(Fault) {
        zh = try Self.words(template.zh)
        en = try Self.words(template.en)
        names = Set([zh.title, zh.text, en.title, en.text].flatMap(\.placeholders))
    }

    private static func words(_ words: NoticeTemplate.Words) throws(Fault) -> Words {
        Words(title: try NoticeText(words.title, at: "title"), text: try NoticeText(words.text, at: "text"))
    }

    /// The words in one language with their values in place.
    ///
    /// - Throws: a `Fault` at the first placeholder without a value.
    func filled(in language: Language, _ value: (String) -> String?) throws(Fault) -> NoticeTemplate.Words {
        let words = language == .chinese ? zh : en
        return NoticeTemplate.Words(title: try words.title.filled(value), text: try words.text.filled(value))
    }
}
