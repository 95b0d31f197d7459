/// What intake says happened, on `redress.complaints`.
public enum ComplaintEvent: Hashable, Sendable {
    case registered(ComplaintRegistered)
    case informationRequired(ComplaintInformationRequired)
    case supplemented(ComplaintSupplemented)
    case urged(ComplaintUrged)
    case withdrawn(ComplaintWithdrawn)
    case exposed(ComplaintExposed)
    case flagged(ComplaintFlagged)
    case feedbackGiven(ComplaintFeedbackGiven)
    case rejected(IntakeRejected)
}
