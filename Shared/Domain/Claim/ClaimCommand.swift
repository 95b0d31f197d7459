/// What approvers and billing may say of a complaint's claims.
///
/// Messages of former releases name no claim; then the one that fits is meant, and where several fit the command is refused.
public enum ClaimCommand: Hashable, Sendable {
    case approve(claim: ClaimNumber? = nil)
    case decline(claim: ClaimNumber? = nil, reason: String)
    /// A person gives what is not owed (S090).
    case grantGoodwill(ground: String, amount: Money, reason: String)
    /// Billing paid.
    case confirmSettlement(paymentKey: String, reference: String?)
    /// Billing could not pay; `attempt` is the one it was asked for, `code` a failure of the policy.
    case failSettlement(paymentKey: String, attempt: Int? = nil, code: String? = nil, reason: String)
    /// A person asks for another attempt after the last one, whose number `attempt` is, failed for good.
    case retrySettlement(claim: ClaimNumber? = nil, attempt: Int? = nil)
    /// A person wants a payment back; `attempt` is which time it is asked for, from 1.
    case reverseSettlement(claim: ClaimNumber, attempt: Int? = nil, reason: String)
    /// Billing has the money back.
    case confirmReversal(paymentKey: String, reference: String?)
    /// Billing could not get it back.
    case failReversal(paymentKey: String, attempt: Int? = nil, reason: String)
}
