/// What is open to a customer who is not content with the answer (S040, S075).
public enum Remedy: String, DocumentWord, Codable, Sendable, CaseIterable {
    /// 复核: the operator looks again.
    case review
    /// 申诉: a regulator or association is asked.
    case appeal
}
