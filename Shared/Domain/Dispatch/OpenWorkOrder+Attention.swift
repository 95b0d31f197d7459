/// Supervision, malicious and false complaints, follow-up and appeals.
extension OpenWorkOrder {
    /// A superior supervises, with or without an instruction (S114, S143, S182).
    mutating func supervise(_ by: Unit, _ reason: Reason, _ told: Reason?, _ order: Order) throws(Fault) -> [WorkOrderEvent] {
        try order.rules.check(by, field: "data.unit")
        guard supervisor != by || isSupervisorChosen != true || (told != nil && told != instruction) else {
            throw onRecord("that unit supervises it already", "another unit, or another instruction")
        }
        supervisor = by
        isSupervisorChosen = true
        instruction = told ?? instruction
        return [supervised(by, reason, told, by: order.by, at: order.now)]
    }

    /// What the policy calls for; nothing where a unit of at least the same standing supervises already.
    mutating func supervise(
        _ unit: Unit, by rule: String, _ actor: ActorID?, in context: DecisionContext<DispatchRules>
    ) -> [WorkOrderEvent] {
        guard outranks(unit, by: context.policy.workOrders) else { return [] }
        supervisor = unit
        return [supervised(unit, .clear(rule), nil, by: actor, at: context.now)]
    }

    /// Whether a unit takes the supervision over: the higher on the ladder does, so that alerts and commands may come in any order.
    func outranks(_ unit: Unit, by policy: WorkOrderPolicy) -> Bool {
        guard let supervisor else { return true }
        guard isSupervisorChosen != true, unit != supervisor else { return false }
        let ranks = [supervisor, unit].map { unit in policy.ladder.lastIndex { $0.unit.value == unit } ?? -1 }
        return ranks[0] == ranks[1] ? supervisor < unit : ranks[0] < ranks[1]
    }

    private func supervised(
        _ unit: Unit, _ reason: Reason, _ told: Reason?, by actor: ActorID?, at now: Instant
    ) -> WorkOrderEvent {
        .supervised(
            WorkOrderSupervised(
                complaint: complaint, workOrder: workOrder, unit: unit, reason: reason, instruction: told, by: actor, at: now))
    }

    /// Malicious or false only after a finding and on evidence that is on file; and only what the policy allows may follow (S088).
    mutating func declareMalicious(
        _ kind: MaliciousKind, _ found: Reason, _ evidence: String, _ measure: String, _ order: Order
    ) throws(Fault) -> WorkOrderEvent {
        guard malicious == nil else {
            throw onRecord("the complaint was found malicious or false before", "revoke-malicious, where it is not")
        }
        guard finding != nil else {
            throw Fault(
                field: "command", problem: "is not possible: the investigation has found nothing yet", expected: "find-liability first")
        }
        guard investigation?.evidence.contains(where: { $0.reference == evidence }) == true else {
            throw Fault(field: "data.evidence", problem: "is not on file", expected: "the number of evidence recorded before")
        }
        let measures = order.rules.workOrders.measures(for: kind)
        guard measures.contains(measure) else {
            throw Fault(
                field: "data.measure", problem: "is not a measure for such a complaint",
                expected: "one of " + measures.joined(separator: ", "))
        }
        malicious = kind
        return .maliciousDeclared(
            WorkOrderMaliciousDeclared(
                complaint: complaint, workOrder: workOrder, kind: kind, finding: found, evidence: evidence, measure: measure,
                by: order.by, at: order.now))
    }

    mutating func revokeMalicious(_ reason: Reason, _ order: Order) throws(Fault) -> WorkOrderEvent {
        guard malicious != nil else {
            throw onRecord("the complaint was not found malicious or false", "declare-malicious, where it is")
        }
        malicious = nil
        return .maliciousRevoked(
            WorkOrderMaliciousRevoked(complaint: complaint, workOrder: workOrder, reason: reason, by: order.by, at: order.now))
    }

    /// A customer who says that it is not settled is not content: nothing archives itself, and a review is open to them (S040, S109).
    mutating func record(_ answer: FollowUpResult, _ order: Order) throws(Fault) -> [WorkOrderEvent] {
        let remembered = try answer.checked(against: followUp)
        followUp = remembered
        let followed = answer.event(complaint, workOrder, by: order.by, at: order.now)
        let rule = order.rules.workOrders.review
        guard rule.isDiscontent(answer.satisfaction, answer.resolved, answer.wantsReview), case .customerTold(let told) = stage else {
            return [followed]
        }
        let marked = told.satisfied == false ? [] : try tellCustomer(false, nil, nil, order)
        guard answer.wantsReview == true, rule.remedies(after: reviews ?? 0).contains(.review) else { return [followed] + marked }
        return [followed] + marked + openReview(Self.customersWish, by: order.by, in: order.context)
    }

    mutating func record(
        _ step: AppealStep, at time: Instant, _ document: String?, _ reason: AppealPoint?, _ order: Order
    ) throws(Fault) -> WorkOrderEvent {
        let record = AppealStepRecord(step: step, at: time)
        appealSteps = try record.added(to: appealSteps)
        return record.event(complaint, workOrder, document: document, reason, by: order.by, at: order.now)
    }
}

extension FollowUpResult {
    /// What is remembered of it: no words of the customer's.
    ///
    /// - Throws: a `Fault` where the same is on record; that the customer was not reached may be so again and again.
    func checked(against earlier: FollowUpResult?) throws(Fault) -> FollowUpResult {
        if let satisfaction, !(1...5).contains(satisfaction) {
            throw Fault(field: "data.satisfaction", problem: "is out of range", expected: "1 (very dissatisfied) to 5")
        }
        let remembered = FollowUpResult(reached: reached, satisfaction: satisfaction, resolved: resolved, wantsReview: wantsReview)
        guard !reached || remembered != earlier else {
            throw WorkOrderRefusal.onRecord("that answer of the customer is on record", "another answer of the customer")
        }
        return remembered
    }

    func event(_ complaint: ComplaintNumber, _ workOrder: WorkOrderNumber, by actor: ActorID, at now: Instant) -> WorkOrderEvent {
        .followedUp(
            WorkOrderFollowedUp(
                complaint: complaint, workOrder: workOrder, reached: reached, satisfaction: satisfaction, resolved: resolved,
                otherProblems: otherProblems, by: actor, at: now, wantsReview: wantsReview))
    }
}

extension AppealStepRecord {
    /// How many steps are remembered.
    private static let limit = 32

    /// The steps with this one; a step that is on record is a fault.
    func added(to steps: [AppealStepRecord]?) throws(Fault) -> [AppealStepRecord] {
        var steps = steps ?? []
        guard !steps.contains(self) else {
            throw WorkOrderRefusal.onRecord("that step of the appeal is on record", "another step of the appeal")
        }
        guard steps.count < Self.limit else {
            throw Fault(field: "command", problem: "is one step too many", expected: "at most \(Self.limit)")
        }
        steps.append(self)
        return steps
    }

    func event(
        _ complaint: ComplaintNumber, _ workOrder: WorkOrderNumber, document: String?, _ reason: AppealPoint?, by actor: ActorID,
        at now: Instant
    ) -> WorkOrderEvent {
        .appealStepRecorded(
            WorkOrderAppealStepRecorded(
                complaint: complaint, workOrder: workOrder, step: step, takenAt: at, document: document, by: actor, at: now,
                reason: reason))
    }
}
