/// Desks of a unit: a work order goes on where one is full (S193, S195).
extension OpenWorkOrder {
    mutating func rebalance(_ command: WorkOrderCommand, _ order: Order) throws(Fault) -> [WorkOrderEvent] {
        switch command {
        case .redistribute(let target, let reason): [try redistribute(to: target, reason, order)]
        case .reportLoad(let full, let load): [try overflow(full, load, order)]
        default: throw refused()
        }
    }

    /// A supervisor moves it to another desk of the unit.
    private mutating func redistribute(to target: Desk, _ reason: String, _ order: Order) throws(Fault) -> WorkOrderEvent {
        let desks = order.rules.workload.desks(of: unit)?.desks.map(\.code) ?? []
        guard desks.contains(target) else {
            throw Fault(
                field: "data.to", problem: "is not a desk of \(unit)",
                expected: desks.isEmpty ? "a unit with desks" : "one of " + desks.map(\.rawValue).joined(separator: ", "))
        }
        guard target != desk else {
            throw Fault(field: "data.to", problem: "is the desk that has the work order already", expected: "another desk")
        }
        return give(to: target, reason, load: nil, order)
    }

    /// A desk at its limit passes it on to the next whose skills fit and that has not said it is full.
    private mutating func overflow(_ full: Desk, _ load: Int, _ order: Order) throws(Fault) -> WorkOrderEvent {
        guard full == desk, let rule = order.rules.workload.desk(full, of: unit), let desks = order.rules.workload.desks(of: unit) else {
            throw Fault(field: "data.desk", problem: "does not have the work order", expected: desk?.rawValue ?? "a unit with desks")
        }
        guard let limit = rule.limit?.value, load >= limit else {
            throw Fault(
                field: "data.load", problem: "is below the desk's limit",
                expected: rule.limit.map { "\($0.value) or more" } ?? "a limit in the policy")
        }
        let tried = (fullDesks ?? []) + [full]
        guard let next = desks.desk(for: complaint, skills: skills ?? [], except: tried) else {
            throw Fault(
                field: "command", problem: "is not possible: every desk of the unit is full",
                expected: "redistribute or transfer, by a supervisor")
        }
        fullDesks = tried
        return give(to: next, "the desk is full", load: load, order)
    }

    private mutating func give(to target: Desk, _ reason: String, load: Int?, _ order: Order) -> WorkOrderEvent {
        let source = desk
        desk = target
        return .redistributed(
            WorkOrderRedistributed(
                complaint: complaint, workOrder: workOrder, unit: unit, from: source, to: target, reason: reason, load: load,
                by: order.by, at: order.now))
    }
}
