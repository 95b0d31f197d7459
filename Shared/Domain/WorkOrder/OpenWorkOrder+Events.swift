/// What an open work order makes of what other services say.
extension OpenWorkOrder {
    /// An urge reaches the unit that has the work order now, once for each count (S058).
    mutating func note(_ urged: ComplaintUrged, at now: Instant) -> [WorkOrderEvent] {
        guard urged.count > urges else { return [] }
        urges = urged.count
        return [.urged(WorkOrderUrged(complaint: complaint, workOrder: workOrder, unit: unit, count: urged.count, at: now))]
    }

    /// What the customer adds ends a rest that waited for it (S070).
    mutating func noteSupplement(in context: DecisionContext<DispatchRules>) -> [WorkOrderEvent] {
        guard case .held(let code) = stage, let reason = context.policy.workOrders.holdReason(code), reason.endedBySupplement else {
            return []
        }
        stage = .accepted
        return [.resumed(WorkOrderResumed(complaint: complaint, workOrder: workOrder, by: Self.nobody, at: context.now))]
    }

    /// An alert of step 1 or more tells the ladder's unit and raises the priority, once for each alert; a warning does nothing.
    mutating func raise(alert: String, step: Int, in context: DecisionContext<DispatchRules>) -> [WorkOrderEvent] {
        guard let rung = context.policy.workOrders.ladderStep(for: step), !alerts.contains(alert) else { return [] }
        alerts.append(alert)
        alerts.removeFirst(max(0, alerts.count - Self.alertLimit))
        supervisor = rung.unit.value
        priority = min(priority, rung.priority.value)
        return [
            .escalated(
                WorkOrderEscalated(
                    complaint: complaint, workOrder: workOrder, to: rung.unit.value, step: step, alert: alert, priority: priority,
                    at: context.now))
        ]
    }

    /// Who ends a rest where no person does.
    private static let nobody: ActorID = "automatic"
}
