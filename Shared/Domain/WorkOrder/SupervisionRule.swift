/// Who supervises a work order without an alert (S114, S143, S182).
public struct SupervisionRule: Decodable, Equatable, Sendable {
    public let name: String
    public let when: RoutingCondition
    public let unit: Sourced<Unit>
}

/// How the customer's urging raises the priority (S067).
public struct UrgencyRule: Decodable, Equatable, Sendable {
    /// From this urge on; from 1.
    public let urges: Sourced<Int>
    /// The priority the work order has at least: 1 is the most urgent, 4 the least.
    public let priority: Sourced<Int>
}

/// How a review is done (S075).
public struct ReviewRule: Decodable, Equatable, Sendable {
    /// The unit that reviews; the responsible unit itself where not given.
    public let unit: Sourced<Unit>?
    /// Whether the answer under review may not be answered again by who gave it.
    public let byAnotherPerson: Sourced<Bool>
    /// What a customer who is not content is told of (S040).
    public let remedies: Sourced<[Remedy]>
}

/// What may follow when a complaint is found malicious or false (S088).
public struct MaliciousMeasure: Decodable, Equatable, Sendable {
    public let code: String
    public let name: String
    /// For which findings.
    public let kinds: [MaliciousKind]
    public let source: String
}

/// What a finding of liability costs the partner whose service it is (S169).
public struct PartnerPenalty: Decodable, Equatable, Sendable {
    public let liability: Liability
    /// The grade, such as `warning`.
    public let grade: Sourced<String>
}
