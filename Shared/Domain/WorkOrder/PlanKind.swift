/// The plans a major complaint needs (S056).
public enum PlanKind: String, DocumentWord, Sendable, CaseIterable {
    /// 预处理方案: what is done at once, before the cause is known.
    case preHandling = "pre-handling"
    /// 处理方案: how the complaint is solved and a spread is stopped.
    case handling
}
