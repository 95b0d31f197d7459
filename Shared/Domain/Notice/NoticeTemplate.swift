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
