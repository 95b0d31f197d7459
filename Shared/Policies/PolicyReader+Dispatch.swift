import Domain

extension PolicyReader {
    /// Reads what only dispatch decides by and puts its rules together; `nil`, and faults noted, where they cannot be.
    mutating func dispatchRules(
        _ routing: PolicyFile<RoutingPolicy>?, _ workOrders: PolicyFile<WorkOrderPolicy>?, _ channels: PolicyFile<ChannelPolicy>?,
        findings: FindingVocabulary?
    ) -> DispatchRules? {
        let investigation = read(InvestigationPolicy.self, "investigation.yaml")
        let major = read(MajorPolicy.self, "major.yaml")
        let workload = read(WorkloadPolicy.self, "workload.yaml")
        guard let routing, let workOrders, let channels, let investigation, let major, let workload else { return nil }
        let rules = DispatchRules(
            routing: routing.policy, workOrders: workOrders.policy, investigation: investigation.policy, major: major.policy,
            workload: workload.policy, channels: channels.policy, findings: findings)
        place(
            rules.faults(),
            in: [routing.tree, workOrders.tree, channels.tree, investigation.tree, major.tree, workload.tree])
        return rules
    }
}

extension RoutingPolicy {
    /// Units another file names that this one does not define, each at its place in the list at `path`.
    func unknownUnits(among named: [Unit], at path: String) -> [Fault] {
        let known = Set(units.map(\.code))
        return named.enumerated().filter { !known.contains($0.element) }.map { position, _ in
            Fault(field: "\(path)[\(position)]", problem: "is not a unit of routing.yaml", expected: "a unit's code")
        }
    }
}
