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
        case .customerUntold(let event):
            self.init(
                "customer not told: no message arrived",
                [Detail("to call", event.unit), Detail("notification", event.notification)])
        case .urged(let event): self.init("handler reminded", [Detail("unit", event.unit), Detail("urge", event.count)])
        case .flagged(let event):
            self.init(
                "handler told what is known of the complaint now",
                [Detail("unit", event.unit), Detail("flags", event.flags.map(\.rawValue).joined(separator: " "))]
                    + Detail.some("priority", event.priority))
        case .escalated(let event):
            self.init(
                "escalated",
                [Detail("to", event.to), Detail("step", event.step), Detail("priority", event.priority), Detail("alert", event.alert)])
        case .archived(let event):
            self.init("archived", [Detail("outcome", event.outcome.rawValue)] + Detail.some("continued by", event.continuedBy))
        case .commandRejected(let refusal): self.init(refusal)
        case .commandWaiting(let waiting):
            self.init(
                "command waits: no such complaint is registered",
                [
                    Detail("command", CommandVerb.name(ofType: waiting.commandType)), Detail("until", times.text(waiting.until) as String),
                ])
        case .coordinationRequested, .contributed, .evidenceRecorded, .meetingRecorded, .redistributed, .supervised, .reviewRequested,
            .majorDeclared, .majorRevoked, .reported, .planFiled, .scriptFiled, .maliciousDeclared, .maliciousRevoked, .merged,
            .unmerged, .memberAdded, .memberRemoved, .entrusted, .followedUp, .dissatisfied, .appealStepRecorded, .asked:
            self.init(ofCase: event)
        }
    }
}

extension EventAccount {
    /// What is done to a work order beside its plain course: coordination, evidence, supervision, major and merged complaints, follow-up.
    init(ofCase event: WorkOrderEvent) {
        switch event {
        case .coordinationRequested(let event):
            self.init("unit asked to contribute", by: event.by, [Detail("unit", event.unit), Detail("request", event.request)])
        case .contributed(let event):
            self.init(
                "unit contributed", by: event.by, [Detail("unit", event.unit)] + Detail.some("province", event.province),
                note: event.contribution)
        case .evidenceRecorded(let event):
            self.init(
                "evidence recorded", by: event.by, [Detail("kind", event.kind), Detail("reference", event.reference)],
                note: event.note)
        case .meetingRecorded(let event):
            self.init("special meeting held", by: event.by, [Detail("minutes", event.minutes)], note: event.conclusion)
        case .redistributed(let event):
            self.init(
                "given to another desk", by: event.by,
                Detail.some("from", event.from) + [Detail("to", event.to), Detail("because", event.reason)]
                    + Detail.some("load", event.load))
        case .supervised(let event):
            self.init(
                "supervised", by: event.by,
                [Detail("unit", event.unit), Detail("because", event.reason)] + Detail.some("instruction", event.instruction))
        case .reviewRequested(let event):
            self.init(
                "review requested", by: event.by,
                [Detail("round", event.round), Detail("unit", event.unit), Detail("because", event.reason)]
                    + Detail.some("work order", event.of == nil ? nil : event.workOrder) + Detail.some("of", event.of))
        case .merged(let event):
            self.init("merged", by: event.by, [Detail("into", event.into), Detail("because", event.reason)])
        case .unmerged(let event):
            self.init("goes its own way again", by: event.by, [Detail("from", event.from), Detail("because", event.reason)])
        case .memberAdded(let event): self.init("another complaint goes with it", [Detail("complaint", event.member)])
        case .memberRemoved(let event): self.init("a complaint no longer goes with it", [Detail("complaint", event.member)])
        case .entrusted(let event):
            self.init("another unit sees to it", [Detail("unit", event.unit)] + Detail.some("with", event.with))
        case .followedUp(let event):
            self.init(
                event.reached ? "customer followed up" : "customer not reached for the follow-up", by: event.by,
                Detail.some("satisfaction", event.satisfaction) + Detail.some("resolved", event.resolved), note: event.otherProblems)
        case .dissatisfied(let event):
            self.init(
                "customer not content with the answer",
                Detail.some("satisfaction", event.satisfaction) + Detail.some("resolved", event.resolved)
                    + Detail.some("wants review", event.wantsReview) + Detail.some("continued by", event.continuedBy)
                    + Detail.some("open to them", event.remedies?.map(\.rawValue).joined(separator: " ")))
        case .appealStepRecorded(let event):
            self.init(
                "appeal: \(event.step.rawValue)", by: event.by, Detail.some("document", event.document))
        case .dispatched, .accepted, .transferred, .held, .resumed, .liabilityFound, .answered, .answerApproved, .answerReturned,
            .customerTold, .customerUntold, .urged, .escalated, .archived, .majorDeclared, .majorRevoked, .reported, .planFiled,
            .scriptFiled,
            .maliciousDeclared, .maliciousRevoked, .commandRejected, .commandWaiting, .flagged, .asked:
            self.init(ofMajorOrMalicious: event)
        }
    }

    /// Major, malicious and false complaints; any other event by its type alone.
    private init(ofMajorOrMalicious event: WorkOrderEvent) {
        switch event {
        case .majorDeclared(let event):
            self.init(
                "declared major", by: event.by,
                [Detail("ground", event.ground.rawValue), Detail("evidence", event.evidence)] + Detail.some("alert", event.alert))
        case .majorRevoked(let event): self.init("no longer major", by: event.by, [Detail("because", event.reason)])
        case .reported(let event): self.init("reported", [Detail("to", event.unit), Detail("level", event.step)])
        case .planFiled(let event):
            self.init(
                "plan filed", by: event.by, [Detail("kind", event.kind.rawValue), Detail("number", event.reference)], note: event.plan)
        case .scriptFiled(let event):
            self.init("emergency answer script filed", by: event.by, [Detail("number", event.reference)], note: event.script)
        case .maliciousDeclared(let event):
            self.init(
                "found \(event.kind.rawValue)", by: event.by,
                [Detail("finding", event.finding), Detail("evidence", event.evidence), Detail("measure", event.measure)])
        case .maliciousRevoked(let event):
            self.init("no longer malicious or false", by: event.by, [Detail("because", event.reason)])
        case .dispatched, .accepted, .transferred, .held, .resumed, .liabilityFound, .answered, .answerApproved, .answerReturned,
            .customerTold, .customerUntold, .urged, .escalated, .archived, .coordinationRequested, .contributed, .evidenceRecorded,
            .meetingRecorded,
            .redistributed, .supervised, .reviewRequested, .merged, .unmerged, .memberAdded, .memberRemoved, .entrusted, .followedUp,
            .appealStepRecorded, .dissatisfied, .commandRejected, .commandWaiting, .flagged, .asked:
            self.init("work order changed")
        }
    }
}
