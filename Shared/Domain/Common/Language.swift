/// The language a person is written to.
public enum Language: String, DocumentWord, Codable, Sendable, CaseIterable {
    case chinese = "zh"
    case english = "en"
}
