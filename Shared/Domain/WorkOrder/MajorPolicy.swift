/// How a major complaint is handled (`major.yaml`; S056, S131–S135).
public struct MajorPolicy: Decodable, Equatable, Sendable {
    public let version: PolicyVersion
    public let effective: EffectivePeriod
    /// Whom it is reported to, level by level (S056).
    public let reporting: [ReportingLevel]
    /// What is filed before an answer is sent back or the customer is told (S056).
    public let filedBeforeAnswer: Sourced<[MajorPaper]>
    /// What an answer requires beyond its process.
    public let requires: AnswerRequirements
    /// The priority it has at least: 1 is the most urgent, 4 the least.
    public let priority: Sourced<Int>
    /// The unit that supervises it (S145, S182).
    public let supervisor: Sourced<Unit>

    /// What the types cannot say: nobody to report to, levels out of order, priorities out of range.
    public func faults(kinds: Set<String>) -> [Fault] {
        var faults = effective.faults() + requires.faults(kinds: kinds, at: "requires")
        if reporting.isEmpty {
            faults.append(Fault(field: "reporting", problem: "is empty", expected: "one level or more"))
        }
        for (index, pair) in zip(reporting, reporting.dropFirst()).enumerated() where pair.1.delay < pair.0.delay {
            faults.append(
                Fault(field: "reporting[\(index + 1)].after.value", problem: "is before the level below", expected: "the same or later"))
        }
        if !RoutingPolicy.priorityRange.contains(priority.value) {
            faults.append(Fault(field: "priority.value", problem: "is out of range", expected: "1 (most urgent) to 4"))
        }
        return faults
    }
}

/// One level a major complaint is reported to.
public struct ReportingLevel: Decodable, Equatable, Sendable {
    public let unit: Sourced<Unit>
    /// How long after it became major; at once where not given.
    public let after: Sourced<PolicyDuration>?

    var delay: Duration { after?.value.duration ?? .zero }
}

/// What a major complaint needs on file.
public enum MajorPaper: String, Codable, Sendable, CaseIterable {
    case preHandlingPlan = "pre-handling-plan"
    case handlingPlan = "handling-plan"
    case script
}
