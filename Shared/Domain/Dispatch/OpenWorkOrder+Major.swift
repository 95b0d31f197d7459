/// Major complaints: declared by a person, reported level by level, answered only with the papers on file (S056, S131–S135).
extension OpenWorkOrder {
    mutating func declareMajor(
        _ ground: MajorGround, _ evidence: String, _ alert: String?, _ order: Order
    ) throws(Fault) -> [WorkOrderEvent] {
        guard major == nil else { throw onRecord("it is a major complaint already", "revoke-major, where it is not one") }
        let declared = WorkOrderEvent.majorDeclared(
            WorkOrderMajorDeclared(
                complaint: complaint, workOrder: workOrder, ground: ground, evidence: evidence, alert: alert, by: order.by, at: order.now))
        return [declared] + becomeMajor(ground, by: order.by, in: order.context)
    }

    /// An exposure that the policy counts as major opinion makes the complaint one from the first moment (S056, S135).
    mutating func note(_ exposed: ComplaintExposed, in context: DecisionContext<DispatchRules>) -> [WorkOrderEvent] {
        guard major == nil else { return [] }
        let declared = WorkOrderEvent.majorDeclared(
            WorkOrderMajorDeclared(
                complaint: complaint, workOrder: workOrder, ground: .publicOpinion,
                evidence: exposed.exposure.reference ?? "an exposure reported at intake", alert: nil,
                by: Self.nobody, at: context.now))
        return [declared] + becomeMajor(.publicOpinion, by: nil, in: context)
    }

    /// Raises the priority, has it supervised, and reports it to the levels that are to know at once.
    mutating func becomeMajor(
        _ ground: MajorGround?, by actor: ActorID?, in context: DecisionContext<DispatchRules>
    ) -> [WorkOrderEvent] {
        let policy = context.policy.major
        major = MajorCase(ground: ground, since: context.now)
        priority = min(priority, policy.priority.value)
        return supervise(policy.supervisor.value, by: "major complaints", actor, in: context) + report(in: context)
    }

    mutating func revokeMajor(_ reason: Reason, _ order: Order) throws(Fault) -> [WorkOrderEvent] {
        guard major != nil else { throw onRecord("it is not a major complaint", "declare-major, where it is one") }
        major = nil
        return [
            .majorRevoked(
                WorkOrderMajorRevoked(complaint: complaint, workOrder: workOrder, reason: reason, by: order.by, at: order.now))
        ]
    }

    /// Reports to each level whose time has come, once.
    mutating func report(in context: DecisionContext<DispatchRules>) -> [WorkOrderEvent] {
        guard var file = major else { return [] }
        var events: [WorkOrderEvent] = []
        for level in context.policy.major.reporting.dropFirst(file.reported) {
            guard file.since.adding(level.delay) <= context.now else { break }
            file.reported += 1
            events.append(
                .reported(
                    WorkOrderReported(
                        complaint: complaint, workOrder: workOrder, unit: level.unit.value, step: file.reported, at: context.now)))
        }
        major = file
        return events
    }

    /// When the next level is to know; `nil` when all do.
    func reportDue(by policy: MajorPolicy) -> Instant? {
        guard let major, let level = policy.reporting.dropFirst(major.reported).first else { return nil }
        return major.since.adding(level.delay)
    }

    mutating func file(_ kind: PlanKind, _ reference: String, _ plan: SealedText, _ order: Order) throws(Fault) -> WorkOrderEvent {
        guard let major else { throw notMajor() }
        let path = kind == .preHandling ? \MajorCase.preHandlingPlan : \MajorCase.handlingPlan
        guard major[keyPath: path] != reference else { throw onRecord("that plan is on file", "a plan of another number") }
        switch kind {
        case .preHandling: self.major?.preHandlingPlan = reference
        case .handling: self.major?.handlingPlan = reference
        }
        return .planFiled(
            WorkOrderPlanFiled(
                complaint: complaint, workOrder: workOrder, kind: kind, reference: reference, plan: plan, by: order.by, at: order.now))
    }

    mutating func file(script reference: String, _ script: SealedText, _ order: Order) throws(Fault) -> WorkOrderEvent {
        guard let major else { throw notMajor() }
        guard major.script != reference else { throw onRecord("that script is on file", "a script of another number") }
        self.major?.script = reference
        return .scriptFiled(
            WorkOrderScriptFiled(
                complaint: complaint, workOrder: workOrder, reference: reference, script: script, by: order.by, at: order.now))
    }

    /// Nothing goes to the customer of a major complaint before the plans and the script are filed (S056).
    func checkPapers(_ order: Order) throws(Fault) {
        guard let major else { return }
        let missing = order.rules.major.filedBeforeAnswer.value.filter { !major.holds($0) }
        guard missing.isEmpty else {
            throw Fault(
                field: "command", problem: "is not possible: the papers of a major complaint are missing",
                expected: "filed first: " + missing.map(\.rawValue).joined(separator: ", "))
        }
    }

    private func notMajor() -> Fault {
        Fault(field: "command", problem: "is not possible: the complaint is not a major one", expected: "declare-major first")
    }
}
