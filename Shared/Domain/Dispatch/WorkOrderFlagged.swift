/// A complaint that is being handled turns out to go over somebody's head, or to threaten to: the unit that handles it is told (S050, S067).
public struct WorkOrderFlagged: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let workOrder: WorkOrderNumber
    /// The unit that handles it now.
    public let unit: Unit
    /// What was not known of the complaint before.
    public let flags: [Flag]
    /// The priority, where this raised it: 1 is the most urgent, 4 the least.
    public let priority: Int?
    public let at: Instant
}

extension WorkOrderFlagged: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        workOrder = try fields.required("workOrder")
        unit = try fields.required("unit")
        flags = try fields.required("flags")
        priority = try fields.optional("priority")
        at = try fields.required("at")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("workOrder", workOrder)
        writer.write("unit", unit)
        writer.write("flags", flags)
        writer.write("priority", priority)
        writer.write("at", at)
    }
}

extension OpenWorkOrder {
    /// What intake comes to know of a complaint that is being handled: the unit that handles it is told, and the priority rises to what the policy gives
    /// such a complaint from the start (S050, S067).
    mutating func note(_ flagged: ComplaintFlagged, in context: DecisionContext<DispatchRules>) -> [WorkOrderEvent] {
        let known = flags ?? []
        let new = flagged.flags.filter { !known.contains($0) }
        guard !new.isEmpty else { return [] }
        flags = (known + new).sorted()
        let raised = raise(to: context.policy.routing.priority(of: new))
        return [
            .flagged(
                WorkOrderFlagged(
                    complaint: complaint, workOrder: workOrder, unit: unitInCharge, flags: new, priority: raised, at: context.now))
        ]
    }
}

extension RoutingPolicy {
    /// The most urgent priority of the rules that speak of nothing but flags and hold for one of these; `nil` for none.
    func priority(of flags: [Flag]) -> Int? {
        priorities.filter { $0.when.holds(for: flags) }.map(\.priority.value).min()
    }
}

extension RoutingCondition {
    fileprivate func holds(for flags: [Flag]) -> Bool {
        guard channels == nil, levels == nil, provinces == nil, categories == nil, natures == nil, disputedAtLeast == nil else {
            return false
        }
        return self.flags?.contains(where: flags.contains) ?? false
    }
}
