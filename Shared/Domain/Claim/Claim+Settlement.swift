/// How a claim is approved, declined and paid.
extension Claim {
    /// Whose claim it is, and what the settlement's rules and the time are.
    struct Account {
        let complaint: ComplaintNumber
        let line: LineReference
        let settlement: SettlementPolicy
        let now: Instant
    }

    /// Approves and asks billing to pay; by nobody where the policy does.
    mutating func approve(by actor: ActorID?, onBehalfOf absent: ActorID?, _ account: Account) -> [ClaimEvent] {
        [
            .approved(
                ClaimApproved(
                    complaint: account.complaint, claim: claim, amount: amount, by: actor, at: account.now, onBehalfOf: absent,
                    kind: kind, ground: ground, cause: cause)),
            request(attempt: 1, account),
        ]
    }

    mutating func decline(_ reason: String, by actor: ActorID, _ account: Account) -> ClaimEvent {
        stage = .declined
        return .declined(
            ClaimDeclined(complaint: account.complaint, claim: claim, reason: reason, by: actor, at: account.now))
    }

    /// Asks billing to pay, under the one key of all attempts.
    mutating func request(attempt: Int, _ account: Account) -> ClaimEvent {
        attempts += 1
        stage = .settlementRequested(
            attempt: attempt, answerDue: account.now.adding(account.settlement.answerTimeout.value.duration))
        return .settlementRequested(
            SettlementRequested(
                complaint: account.complaint, claim: claim, line: account.line, amount: amount, paymentKey: paymentKey,
                attempt: attempts, at: account.now))
    }

    mutating func settle(_ reference: String?, _ account: Account) -> ClaimEvent {
        stage = .settled(reference: reference)
        return .settled(
            ClaimSettled(
                complaint: account.complaint, claim: claim, amount: amount, paymentKey: paymentKey, reference: reference,
                at: account.now, statement: lines, kind: kind, liability: finding?.liability))
    }

    /// Counts an attempt as failed: another follows by itself where that can help, or, after the last, a person has to act.
    mutating func fail(_ attempt: Int, _ reason: String, code: String?, retryable: Bool, _ account: Account) -> ClaimEvent {
        let willRetry = retryable && attempt < account.settlement.attempts.value
        stage =
            willRetry
            ? .settlementDelayed(attempt: attempt, until: account.now.adding(account.settlement.wait(after: attempt)))
            : .settlementFailed
        return .settlementFailed(
            SettlementFailed(
                complaint: account.complaint, claim: claim, paymentKey: paymentKey, attempt: attempts, reason: reason,
                willRetry: willRetry, at: account.now, code: code))
    }

    /// What time alone brings: billing that did not answer in time, and the next attempt.
    mutating func attendToWhatIsDue(_ account: Account) -> [ClaimEvent] {
        var events: [ClaimEvent] = []
        if case .settlementRequested(let attempt, let answerDue) = stage, answerDue <= account.now {
            events.append(fail(attempt, Self.noAnswer, code: Self.noAnswerCode, retryable: true, account))
        }
        if case .settlementDelayed(let attempt, let until) = stage, until <= account.now {
            events.append(request(attempt: attempt + 1, account))
        }
        if case .reversalRequested(let reference, let answerDue) = stage, answerDue <= account.now {
            events.append(failReversal(Self.noAnswer, of: reference, account))
        }
        return events
    }

    static let noAnswer = "billing did not answer"
    static let noAnswerCode = "no-answer"
}
