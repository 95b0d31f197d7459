import Domain

extension EventAccount {
    init(_ event: WorkOrderEvent, _ times: TimeText) {
        switch event {
        case .dispatched(let event):
            self.init(
                "dispatched",
                [
                    Detail("work order", event.workOrder), Detail("unit", event.unit), Detail("priority", event.priority),
                    Detail("first contact", event.firstContact),
                ])
        case .accepted(let event): self.init("accepted", by: event.by, [Detail("unit", event.unit)])
        case .transferred(let event):
            self.init("transferred", by: event.by, [Detail("from", event.from), Detail("to", event.to), Detail("because", event.reason)])
        case .held(let event): self.init("held", by: event.by, [Detail("because", event.reason)])
        case .resumed(let event): self.init("resumed", by: event.by)
        case .liabilityFound(let event):
            self.init(
                "liability found", by: event.by,
                [Detail("liability", event.liability.rawValue)] + Detail.some("ground", event.ground)
                    + Detail.some("amount", event.amount?.text) + Detail.some("quantity", event.quantity))
        case .answered(let event): self.init("answered", by: event.by, answer: event.answer)
        case .answerApproved(let event): self.init("answer approved", by: event.by)
        case .answerReturned(let event): self.init("answer returned", by: event.by, [Detail("because", event.reason)])
        case .customerTold(let event):
            let view = event.satisfied.map { $0 ? "satisfied" : "not satisfied" }
            self.init("customer told", by: event.by, Detail.some("customer", view), answer: event.answer)
        case .urged(let event): self.init("handler reminded", [Detail("unit", event.unit), Detail("urge", event.count)])
        case .escalated(let event):
            self.init(
                "escalated",
                [Detail("to", event.to), Detail("step", event.step), Detail("priority", event.priority), Detail("alert", event.alert)])
        case .archived(let event): self.init("archived", [Detail("outcome", event.outcome.rawValue)])
        case .commandRejected(let refusal): self.init(refusal)
        default: self.init(ofCase: event)
        }
    }

    init(_ event: ClaimEvent, _ times: TimeText) {
        switch event {
        case .proposed(let event):
            let lines = event.lines.map { "\($0.tariff) \($0.amount.text)" }.joined(separator: ", ")
            self.init(
                event.approvalRequired ? "claim proposed, awaits approval" : "claim proposed", by: event.by,
                [Detail("claim", event.claim), Detail("amount", event.amount.text), Detail("band", event.band), Detail("of", lines)])
        case .approved(let event):
            self.init("claim approved", by: event.by, [Detail("claim", event.claim), Detail("amount", event.amount.text)])
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
                [Detail("claim", event.claim), Detail("attempt", event.attempt), Detail("because", event.reason)])
        case .commandRejected(let refusal): self.init(refusal)
        }
    }
}
