import Domain

extension PolicyReader {
    /// Reads what makes a risk of many complaints; `nil`, and faults noted, where it cannot be used.
    ///
    /// - Parameter routing: whose units it speaks of, where it is known.
    mutating func riskRules(validatedAgainst routing: PolicyFile<RoutingPolicy>?) -> RiskRules? {
        guard let risks = read(RiskPolicy.self, "risk.yaml") else { return nil }
        var found = risks.policy.faults()
        if let routing { found += Self.unitFaults(of: risks.policy, validatedAgainst: routing.policy) }
        place(found, in: [risks.tree])
        guard found.isEmpty else { return nil }
        do {
            return try RiskRules(policy: risks.policy)
        } catch {
            place(error.faults, in: [risks.tree])
            return nil
        }
    }

    private static func unitFaults(of risks: RiskPolicy, validatedAgainst routing: RoutingPolicy) -> [Fault] {
        risks.risks.enumerated().flatMap { index, rule in
            routing.unknownUnits(among: rule.to?.value ?? [], at: "risks[\(index)].to.value")
        }
    }
}
