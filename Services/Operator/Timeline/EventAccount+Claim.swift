import Domain

extension EventAccount {
    init(_ event: ClaimEvent, _ times: TimeText) {
        switch event {
        case .proposed(let event):
            let lines = event.lines.map { "\($0.tariff) \($0.amount.text)" }.joined(separator: ", ")
            self.init(
                event.approvalRequired ? "claim proposed, awaits approval" : "claim proposed", by: event.by,
                [Detail("claim", event.claim), Detail("amount", event.amount.text), Detail("band", event.band), Detail("of", lines)])
        case .approved(let event):
            self.init(
                "claim approved", by: event.by,
                [Detail("claim", event.claim), Detail("amount", event.amount.text)]
                    + Detail.some("for", event.onBehalfOf))
        case .declined(let event):
            self.init("claim declined", by: event.by, [Detail("claim", event.claim), Detail("because", event.reason)])
        case .denied(let event): self.init("nothing owed", [Detail("claim", event.claim), Detail("because", event.reason)])
        case .settlementRequested(let event):
            self.init(
                "billing asked to pay",
                [
                    Detail("claim", event.claim), Detail("amount", event.amount.text), Detail("payment key", event.paymentKey),
                    Detail("attempt", event.attempt),
                ])
        case .settled(let event):
            self.init(
                "paid", [Detail("claim", event.claim), Detail("amount", event.amount.text)] + Detail.some("reference", event.reference))
        case .settlementFailed(let event):
            self.init(
                event.willRetry ? "payment failed, to be tried again" : "payment failed, a person has to act",
                [Detail("claim", event.claim), Detail("attempt", event.attempt), Detail("because", event.reason)]
                    + Detail.some("failure", event.code))
        case .reversalRequested(let event):
            self.init(
                "billing asked to take the payment back", by: event.by,
                [
                    Detail("claim", event.claim), Detail("amount", event.amount.text), Detail("attempt", event.attempt),
                    Detail("because", event.reason),
                ])
        case .reversed(let event): self.init("payment taken back", [Detail("claim", event.claim), Detail("amount", event.amount.text)])
        case .reversalFailed(let event):
            self.init(
                "payment could not be taken back, a person has to act",
                [Detail("claim", event.claim), Detail("attempt", event.attempt), Detail("because", event.reason)])
        case .commandRejected(let refusal): self.init(refusal)
        }
    }
}
