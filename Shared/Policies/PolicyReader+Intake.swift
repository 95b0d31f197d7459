import Domain

extension PolicyReader {
    /// Puts together what intake decides by; `nil` where a file cannot be read. Faults are noted, those of a single file in any case.
    mutating func intakeRules(
        _ intake: PolicyFile<IntakePolicy>?, _ channels: PolicyFile<ChannelPolicy>?, _ appeals: PolicyFile<AppealPolicy>?,
        routing: RoutingPolicy?, bodies: AppealBodyNames
    ) -> IntakeRules? {
        if let routing, let intake { place(Self.faults(of: intake.policy.attention, validatedAgainst: routing), in: [intake.tree]) }
        guard let intake, let channels, let appeals else {
            place(intake?.policy.faults() ?? [], in: [intake?.tree])
            place(channels?.policy.faults() ?? [], in: [channels?.tree])
            place(appeals?.policy.faults() ?? [], in: [appeals?.tree])
            return nil
        }
        let rules = IntakeRules(intake: intake.policy, channels: channels.policy, appeals: appeals.policy, bodies: bodies)
        place(rules.faults(), in: [intake.tree, channels.tree, appeals.tree])
        return rules
    }

    /// Units that complaints would be reported to and that routing does not define (S050).
    private static func faults(of attention: AttentionPolicy, validatedAgainst routing: RoutingPolicy) -> [Fault] {
        let units = Set(routing.units.map(\.code))
        return attention.reportTo.enumerated().filter { !units.contains($0.element.unit.value) }.map { index, _ in
            Fault(
                field: "attention.reportTo[\(index)].unit.value", problem: "is not one of the units",
                expected: "a unit of the routing policy")
        }
    }
}
