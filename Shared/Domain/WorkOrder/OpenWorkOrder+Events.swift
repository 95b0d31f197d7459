/// What an open work order makes of what other services say.
extension OpenWorkOrder {
    /// An urge reaches the unit that sees to the work order now, once for each count, and may raise the priority (S058, S067).
    mutating func note(_ urged: ComplaintUrged, in context: DecisionContext<DispatchRules>) -> [WorkOrderEvent] {
        guard urged.count > urges else { return [] }
        urges = urged.count
        let raised = context.policy.workOrders.priority(afterUrges: urges).flatMap { $0 < priority ? $0 : nil }
        priority = raised ?? priority
        return [
            .urged(
                WorkOrderUrged(
                    complaint: complaint, workOrder: workOrder, unit: unitInCharge, count: urged.count, at: context.now, priority: raised))
        ]
    }

    /// What the customer adds ends a rest that waited for it (S070).
    mutating func noteSupplement(in context: DecisionContext<DispatchRules>) -> [WorkOrderEvent] {
        guard case .held(let code, _) = stage, let reason = context.policy.workOrders.holdReason(code), reason.endedBySupplement else {
            return []
        }
        return [resume(by: Self.nobody, at: context.now)]
    }

    /// What time brings: a rest ends that has lasted as long as the policy allows, and a major complaint is reported further (S056, S072).
    mutating func wake(in context: DecisionContext<DispatchRules>) -> [WorkOrderEvent] {
        var events: [WorkOrderEvent] = []
        if case .held(_, let until?) = stage, until <= context.now { events.append(resume(by: Self.nobody, at: context.now)) }
        return events + report(in: context)
    }

    /// When time brings something; `nil` while nothing but a message does.
    func due(by rules: DispatchRules) -> Instant? {
        var rest: Instant?
        if case .held(_, let until) = stage { rest = until }
        return [archiveDue(by: rules.workOrders), reportDue(by: rules.major), rest].compactMap(\.self).min()
    }

    /// An alert of step 1 or more tells the ladder's unit and raises the priority, once for each alert; a warning does nothing.
    mutating func raise(alert: String, step: Int, in context: DecisionContext<DispatchRules>) -> [WorkOrderEvent] {
        guard let rung = context.policy.workOrders.ladderStep(for: step), !alerts.contains(alert) else { return [] }
        alerts.append(alert)
        alerts.removeFirst(max(0, alerts.count - Self.alertLimit))
        if outranks(rung.unit.value, by: context.policy.workOrders) { supervisor = rung.unit.value }
        priority = min(priority, rung.priority.value)
        return [
            .escalated(
                WorkOrderEscalated(
                    complaint: complaint, workOrder: workOrder, to: rung.unit.value, step: step, alert: alert, priority: priority,
                    at: context.now))
        ]
    }

    /// Who acts where no person does.
    static let nobody: ActorID = "automatic"
}
