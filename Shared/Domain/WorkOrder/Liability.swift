/// Whose fault it was: the three branches of refund and compensation (S198).
public enum Liability: String, DocumentWord, Codable, Sendable, CaseIterable {
    /// 企业有瑕疵.
    case operatorAtFault = "operator-at-fault"
    /// 责任不清.
    case unclear
    /// 企业无责.
    case operatorNotAtFault = "operator-not-at-fault"
}
