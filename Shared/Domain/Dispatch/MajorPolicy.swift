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

/// What there is of a complaint while it is a major one (S056).
public struct MajorCase: Sendable, Equatable {
    /// `nil` where intake knew it from its channel or its exposure.
    public let ground: MajorGround?
    public let since: Instant
    /// To how many levels it was reported.
    public internal(set) var reported = 0
    /// The numbers of the papers filed.
    public internal(set) var preHandlingPlan: String?
    public internal(set) var handlingPlan: String?
    public internal(set) var script: String?

    init(ground: MajorGround?, since: Instant) {
        self.ground = ground
        self.since = since
    }

    func holds(_ paper: MajorPaper) -> Bool {
        switch paper {
        case .preHandlingPlan: preHandlingPlan != nil
        case .handlingPlan: handlingPlan != nil
        case .script: script != nil
        }
    }
}

extension MajorCase: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        ground = try fields.optional("ground")
        since = try fields.required("since")
        reported = try fields.required("reported")
        preHandlingPlan = try fields.optional("preHandlingPlan")
        handlingPlan = try fields.optional("handlingPlan")
        script = try fields.optional("script")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("ground", ground)
        writer.write("since", since)
        writer.write("reported", reported)
        writer.write("preHandlingPlan", preHandlingPlan)
        writer.write("handlingPlan", handlingPlan)
        writer.write("script", script)
    }
}

/// Why a complaint is a major one (S131–S133).
public enum MajorGround: String, DocumentWord, Sendable, CaseIterable {
    /// 群体投诉: many complain of the same (S132, S133).
    case groupComplaint = "group-complaint"
    /// 较大舆情: the media or the public speak of it.
    case publicOpinion = "public-opinion"
}

/// What an investigation may find of a complaint that was not made in good faith (S088).
public enum MaliciousKind: String, DocumentWord, Codable, Sendable, CaseIterable {
    /// 恶意投诉.
    case malicious
    /// 虚假投诉.
    case `false`
}

/// The plans a major complaint needs (S056).
public enum PlanKind: String, DocumentWord, Sendable, CaseIterable {
    /// 预处理方案: what is done at once, before the cause is known.
    case preHandling = "pre-handling"
    /// 处理方案: how the complaint is solved and a spread is stopped.
    case handling
}
