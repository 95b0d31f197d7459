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
