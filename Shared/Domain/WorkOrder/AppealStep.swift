/// What the appeal body and the mediation do, as the operator hears of it (Order 35 art. 14; S012).
public enum AppealStep: String, DocumentWord, Sendable, CaseIterable {
    case accepted
    case refused
    /// The body passed the appeal on to the operator.
    case forwarded
    case mediationOpened = "mediation-opened"
    case mediationAgreed = "mediation-agreed"
    case mediationFailed = "mediation-failed"
    case closed
}
