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
                    + Detail.some("amount", event.amount?.text) + Detail.some("quantity", event.quantity)
                    + Detail.some("cause", event.particulars?.cause))
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
        case .commandWaiting(let waiting):
            self.init(
                "command waits: no such complaint is registered",
                [
                    Detail("command", CommandVerb.name(ofType: waiting.commandType)), Detail("until", times.text(waiting.until) as String),
                ])
        case .coordinationRequested, .contributed, .evidenceRecorded, .meetingRecorded, .redistributed, .supervised, .reviewRequested,
            .majorDeclared, .majorRevoked, .reported, .planFiled, .scriptFiled, .maliciousDeclared, .maliciousRevoked, .merged,
            .unmerged, .memberAdded, .memberRemoved, .entrusted, .followedUp, .appealStepRecorded, .asked:
            self.init(ofCase: event)
        }
    }
}
