/// What approvers and billing may say of a complaint's claim.
public enum ClaimCommand: Hashable, Sendable {
    case approve
    case decline(reason: String)
    /// Billing paid.
    case confirmSettlement(paymentKey: String, reference: String?)
    /// Billing could not pay.
    case failSettlement(paymentKey: String, reason: String)
    /// A person asks for another attempt after the last one failed for good.
    case retrySettlement
}
