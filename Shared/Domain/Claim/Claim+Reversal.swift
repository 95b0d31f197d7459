/// How a payment is taken back.
extension Claim {
    /// Asks billing to take the payment back.
    mutating func requestReversal(
        of reference: String?, because reason: String, by actor: ActorID, _ account: Account
    ) -> ClaimEvent {
        let attempt = (reversals ?? 0) + 1
        reversals = attempt
        stage = .reversalRequested(
            reference: reference, answerDue: account.now.adding(account.settlement.answerTimeout.value.duration))
        return .reversalRequested(
            ReversalRequested(
                complaint: account.complaint, claim: claim, line: account.line, amount: amount, paymentKey: paymentKey,
                reference: reference, attempt: attempt, reason: reason, by: actor, at: account.now))
    }

    mutating func reverse(_ reference: String?, _ account: Account) -> ClaimEvent {
        stage = .reversed
        return .reversed(
            ClaimReversed(
                complaint: account.complaint, claim: claim, amount: amount, paymentKey: paymentKey, reference: reference,
                at: account.now))
    }

    /// The customer still has the money; a person has to act.
    mutating func failReversal(_ reason: String, of reference: String?, _ account: Account) -> ClaimEvent {
        stage = .reversalFailed(reference: reference)
        return .reversalFailed(
            ReversalFailed(
                complaint: account.complaint, claim: claim, paymentKey: paymentKey, attempt: reversals ?? 1, reason: reason,
                at: account.now))
    }
}
