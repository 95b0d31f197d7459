/// How far a claim has come; of a complaint, how far the claim that most needs attention has.
public enum ClaimStatus: String, Codable, Sendable, CaseIterable {
    /// The complaint is not registered yet; findings that came before it wait.
    case unregistered
    /// Registered, and no liability has been found.
    case unclaimed
    /// A second person has to approve or decline.
    case proposed
    /// Billing is asked and has not answered.
    case settlementRequested = "settlement-requested"
    /// The last attempt failed; the next comes by itself.
    case settlementDelayed = "settlement-delayed"
    /// The last attempt failed, and a person has to act.
    case settlementFailed = "settlement-failed"
    case settled
    /// Billing is asked to take the payment back and has not answered.
    case reversalRequested = "reversal-requested"
    /// The payment could not be taken back, and a person has to act.
    case reversalFailed = "reversal-failed"
    case reversed
    case declined
    case denied
}
