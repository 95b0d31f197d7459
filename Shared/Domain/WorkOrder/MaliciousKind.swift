/// What an investigation may find of a complaint that was not made in good faith (S088).
public enum MaliciousKind: String, DocumentWord, Codable, Sendable, CaseIterable {
    /// 恶意投诉.
    case malicious
    /// 虚假投诉.
    case `false`
}
