/// What a claim is based on. Each kind has caps and a total of its own, so that the order in which topics are read cannot matter.
public enum ClaimKind: String, Codable, Sendable, CaseIterable {
    /// What is owed: the operator is at fault, or refunds first and verifies later (S198).
    case liability
    /// What the policy gives where the operator is not shown to be at fault (S198).
    case goodwill
    /// What the policy gives because a deadline was missed (S090).
    case lateHandling = "late-handling"
    /// What a person gives, within caps (S090).
    case granted
}
