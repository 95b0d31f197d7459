/// What an answer 回单 may have to contain (S039, S073, S197 5.4).
public enum AnswerPart: String, DocumentWord, Codable, Sendable, CaseIterable {
    case result
    case reasons
    case measures
}
