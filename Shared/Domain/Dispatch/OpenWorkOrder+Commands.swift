/// What an open work order makes of a command: its description says whether it can be given now, one function each does it.
extension OpenWorkOrder {
    /// Who commands, and what the rules and the time are.
    struct Order {
        let identity: CommandIdentity
        let context: DecisionContext<DispatchRules>
        var now: Instant { context.now }
        var by: ActorID { identity.actor }
        var rules: DispatchRules { context.policy }
    }

    /// Handles, or throws why not and leaves everything as it was.
    mutating func handle(_ command: WorkOrderCommand, _ order: Order) throws(Fault) -> [WorkOrderEvent] {
        guard command.name.statuses.contains(stage.status) else {
            throw isInEffect(command.name) ? alreadyInThatState() : refused()
        }
        return switch command {
        case .accept: accept(order)
        case .transfer(let target, let reason): try transfer(to: target, reason, order)
        case .hold(let reason, let evidence): try hold(reason, evidence, order)
        case .resume: [resume(by: order.by, at: order.now)]
        case .findLiability(let liability, let ground, let amount, let quantity, let partner, let particulars):
            [
                try find(
                    Finding(
                        liability: liability, ground: ground, amount: amount, quantity: quantity, at: order.now, particulars: particulars),
                    of: partner, order)
            ]
        case .answer(let answer, let parts): try give(answer, parts ?? [.result], order)
        case .approveAnswer: try approve(order)
        case .returnAnswer(let reason): try returnAnswer(reason, order)
        case .tellCustomer(let satisfied, let medium, let reference): try tellCustomer(satisfied, medium, reference, order)
        case .archive: try requestArchive(order)
        case .coordinate(let unit, let province, let request): [try coordinate(with: unit, province, request, order)]
        case .contribute(let unit, let province, let text): [try contribute(unit, province, text, order)]
        case .recordEvidence(let kind, let reference, let note): [try record(kind, reference, note, order)]
        case .recordMeeting(let minutes, let conclusion, let plan): [try record(meeting: minutes, conclusion, plan, order)]
        case .redistribute(let desk, let reason): [try redistribute(to: desk, reason, order)]
        case .reportLoad(let desk, let load): [try overflow(desk, load, order)]
        case .supervise(let unit, let reason, let instruction): try supervise(unit, reason, instruction, order)
        case .requestReview(let reason): try requestReview(reason, order)
        case .declareMajor(let ground, let evidence, let alert): try declareMajor(ground, evidence, alert, order)
        case .revokeMajor(let reason): try revokeMajor(reason, order)
        case .filePlan(let kind, let reference, let plan): [try file(kind, reference, plan, order)]
        case .fileScript(let reference, let script): [try file(script: reference, script, order)]
        case .declareMalicious(let kind, let finding, let evidence, let measure):
            [try declareMalicious(kind, finding, evidence, measure, order)]
        case .revokeMalicious(let reason): [try revokeMalicious(reason, order)]
        case .merge(let other, let reason): try merge(into: other, reason, order)
        case .unmerge(let reason): unmerge(reason, by: order.by, at: order.now, notifiesOther: true)
        case .recordFollowUp(let answer): try record(answer, order)
        case .recordAppealStep(let step, let time, let document, let reason): [try record(step, at: time, document, reason, order)]
        }
    }

    /// Whether the command has had its effect, so that a repetition under another id is told so.
    private func isInEffect(_ name: WorkOrderCommand.Name) -> Bool {
        switch stage {
        case .accepted: name == .accept
        case .held: name == .hold
        case .answered: name == .answer
        case .answerApproved: name == .approveAnswer
        case .merged: name == .merge
        case .dispatched, .customerTold: false
        }
    }

    func refused() -> Fault { WorkOrderRefusal(stage).impossible() }

    func alreadyInThatState() -> Fault { WorkOrderRefusal(stage).done() }

    /// What is on record already, without a change of status.
    func onRecord(_ what: String, _ expected: String) -> Fault { WorkOrderRefusal.onRecord(what, expected) }
}

extension ArchivedWorkOrder {
    /// Handles what can still be asked: the customer is followed up or wants a review, an appeal goes on, a finding of malice is taken back (S088, S109).
    ///
    /// - Returns: the work order of a review, where one was opened.
    mutating func handle(
        _ command: WorkOrderCommand, by actor: ActorID, _ events: inout [WorkOrderEvent], in context: DecisionContext<DispatchRules>
    ) throws(Fault) -> OpenWorkOrder? {
        let now = context.now
        switch command {
        case .recordFollowUp(let answer): return try record(answer, by: actor, &events, in: context)
        case .requestReview(let reason): return try requestReview(reason, by: actor, &events, in: context)
        case .recordAppealStep(let step, let time, let document, let reason):
            events.append(try record(AppealStepRecord(step: step, at: time), document, reason, by: actor, at: now))
            return nil
        case .revokeMalicious(let reason):
            events.append(try revokeMalicious(reason, by: actor, at: now))
            return nil
        case .archive: throw WorkOrderRefusal(.archived).done()
        case .accept, .transfer, .hold, .resume, .findLiability, .answer, .approveAnswer, .returnAnswer, .tellCustomer, .coordinate,
            .contribute, .recordEvidence, .recordMeeting, .redistribute, .reportLoad, .supervise, .declareMajor,
            .revokeMajor, .filePlan, .fileScript, .declareMalicious, .merge, .unmerge:
            throw WorkOrderRefusal(.archived).impossible()
        }
    }
}

/// The plain course from acceptance to the answer.
extension OpenWorkOrder {
    private mutating func accept(_ order: Order) -> [WorkOrderEvent] {
        stage = .accepted
        return [.accepted(WorkOrderAccepted(complaint: complaint, workOrder: workOrder, unit: unit, by: order.by, at: order.now))]
    }

    /// Sends the work order to another unit, which has to accept it; the first contact stays (S046, S098).
    mutating func transfer(to target: Unit, _ reason: Reason, _ order: Order) throws(Fault) -> [WorkOrderEvent] {
        try order.rules.check(target, field: "data.to")
        guard target != unit else {
            throw Fault(field: "data.to", problem: "is the unit that has the work order already", expected: "another unit")
        }
        return [move(to: target, reason, by: order.by, in: order.context)] + leadMembers()
    }

    mutating func move(to target: Unit, _ reason: Reason, by actor: ActorID, in context: DecisionContext<DispatchRules>) -> WorkOrderEvent {
        let source = unit
        unit = target
        desk = context.policy.workload.desks(of: target)?.desk(for: complaint, skills: skills ?? [])
        fullDesks = nil
        stage = .dispatched
        return .transferred(
            WorkOrderTransferred(
                complaint: complaint, workOrder: workOrder, from: source, to: target, by: actor, reason: reason, at: context.now,
                desk: desk))
    }

    /// The work order is on hold only for a reason of the policy, on evidence where the policy asks for it, and no longer than it allows (S072).
    private mutating func hold(_ reason: String, _ evidence: String?, _ order: Order) throws(Fault) -> [WorkOrderEvent] {
        guard let rule = order.rules.workOrders.holdReason(reason) else {
            let known = order.rules.workOrders.holdReasons.map(\.code).joined(separator: ", ")
            throw Fault(field: "data.reason", problem: "is not a reason for which a work order may be on hold", expected: "one of " + known)
        }
        guard evidence != nil || rule.needsEvidence != true else {
            throw Fault(
                field: "data.evidence", problem: "is missing", expected: "the number of what shows that work has to rest: \(reason)")
        }
        let until = rule.longest.map { order.now.adding($0.value.duration) }
        stage = .held(reason: reason, until: until)
        return [
            .held(
                WorkOrderHeld(
                    complaint: complaint, workOrder: workOrder, reason: reason, by: order.by, at: order.now, evidence: evidence,
                    until: until))
        ]
    }

    mutating func resume(by actor: ActorID, at now: Instant) -> WorkOrderEvent {
        stage = .accepted
        return .resumed(WorkOrderResumed(complaint: complaint, workOrder: workOrder, by: actor, at: now))
    }

    private mutating func find(_ found: Finding, of partner: String?, _ order: Order) throws(Fault) -> WorkOrderEvent {
        if let finding, finding.liability == found.liability, finding.ground == found.ground, finding.amount == found.amount,
            finding.quantity == found.quantity, finding.particulars == found.particulars
        {
            throw onRecord("that is the finding on record", "another finding")
        }
        if let fault = order.rules.findings?.fault(ground: found.ground, particulars: found.particulars) { throw fault }
        finding = found
        claims.heardSinceFinding = false
        return .liabilityFound(
            WorkOrderLiabilityFound(
                complaint: complaint, workOrder: workOrder, liability: found.liability, ground: found.ground, amount: found.amount,
                quantity: found.quantity, by: order.by, at: order.now, partner: partner,
                penalty: partner == nil ? nil : order.rules.workOrders.penalty(for: found.liability), particulars: found.particulars))
    }

    /// Takes the answer when all is there that the complaint's process asks for (S039, S071, S073, S197).
    private mutating func give(_ answer: SealedText, _ parts: [AnswerPart], _ order: Order) throws(Fault) -> [WorkOrderEvent] {
        try checkPapers(order)
        if let asked = investigation?.asked.first, order.rules.investigation.answerNeedsContributions.value {
            throw Fault(
                field: "command", problem: "is not possible: \(asked.unit) was asked and has not contributed",
                expected: "its contribution first")
        }
        let missing = order.rules.missing(for: self, parts: parts)
        guard missing.isEmpty else {
            throw Fault(
                field: "data.answer", problem: "is not complete", expected: "first or with it: " + missing.joined(separator: ", "))
        }
        if reviews != nil, order.rules.workOrders.review.byAnotherPerson.value, order.by == answerer {
            throw Fault(
                field: "actor", problem: "gave the answer that is reviewed", expected: "another person to answer (S075)")
        }
        stage = .answered(answer, by: order.by)
        return [.answered(WorkOrderAnswered(complaint: complaint, workOrder: workOrder, answer: answer, by: order.by, at: order.now))]
    }
}

extension DispatchRules {
    func check(_ unit: Unit, field: String) throws(Fault) {
        guard knows(unit) else {
            let known = routing.units.map(\.code.rawValue).joined(separator: ", ")
            throw Fault(field: field, problem: "is not a known unit", expected: "one of " + known)
        }
    }
}
