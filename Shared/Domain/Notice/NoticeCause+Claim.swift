/// What a claim has to tell (S108, S198).
extension NoticeCause {
    init?(_ event: ClaimEvent) {
        switch event {
        case .proposed(let payload):
            guard payload.approvalRequired else { return nil }
            self.init(
                .approvalNeeded, Self.key(payload.claim, of: payload.complaint),
                ["claim": .text(payload.claim.rawValue), "amount": .money(payload.amount), "band": .text(payload.band)])
        case .settled(let payload):
            self.init(
                .claimSettled, Self.key(payload.claim, of: payload.complaint),
                ["claim": .text(payload.claim.rawValue), "amount": .money(payload.amount), "reasons": Self.reasons(of: payload)])
        case .settlementFailed(let payload):
            guard !payload.willRetry else { return nil }
            self.init(
                .settlementFailed, Self.key(payload.claim, of: payload.complaint) + "/" + String(payload.attempt),
                ["claim": .text(payload.claim.rawValue), "attempt": .number(payload.attempt)])
        case .denied(let payload):
            // Former releases gave no code, and told nobody.
            guard let code = payload.code else { return nil }
            guard code != .findingUnusable else {
                self.init(
                    .findingUnusable, Self.key(payload.claim, of: payload.complaint),
                    ["claim": .text(payload.claim.rawValue), "reason": .text(payload.reason)])
                return
            }
            self.init(denied: payload.claim, of: payload.complaint, because: code.word(of: payload.ground))
        case .declined(let payload):
            guard !payload.isReplaced else { return nil }
            self.init(denied: payload.claim, of: payload.complaint, because: ClaimDeclined.word)
        case .approved, .settlementRequested, .reversalRequested, .reversed, .reversalFailed, .commandRejected:
            return nil
        }
    }

    private init(denied claim: ClaimNumber, of complaint: ComplaintNumber, because word: String) {
        self.init(
            .claimDenied, Self.key(claim, of: complaint),
            ["claim": .text(claim.rawValue), "reason": .words(.denial, [word])])
    }

    /// The lines of the statement; for a payment of a former release, which has none, the whole amount.
    private static func reasons(of settled: ClaimSettled) -> NoticeValue {
        let lines = settled.statement ?? []
        guard !lines.isEmpty else { return .reasons([NoticeValue.Reason(tariff: AmountLine.unnamed, amount: settled.amount)]) }
        return .reasons(lines.map { NoticeValue.Reason(tariff: $0.tariff, amount: $0.amount) })
    }
}
