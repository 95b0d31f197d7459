public import Domain

/// What reports say and by which formulas (`reports.yaml`; S013, S045, S091, S111, S201, S206).
public struct ReportPolicy: Decodable, Equatable, Sendable {
    public let version: PolicyVersion
    public let effective: EffectivePeriod
    /// Where a period begins and ends.
    public let timeZone: Sourced<UTCOffset>
    /// The currency sums are in, ISO 4217; payments in another are not added to them.
    public let currency: Sourced<String>
    /// How long before the earliest period reading begins, so that complaints registered earlier are known.
    public let readBack: Sourced<PolicyDuration>
    /// The clocks whose end is the law's deadline for the answer (S014, S045).
    public let answerClocks: Sourced<[ClockName]>
    /// From which score of a follow-up a customer counts as satisfied; 1 to 5 (S077, S109).
    public let satisfiedFrom: Sourced<Int>
    /// What keeps a complaint from counting as settled at the first attempt (S177, S190).
    public let spoilsFirstResolution: Sourced<[FirstResolutionSpoiler]>
    /// The classes of the regulator's bulletin, by category (S013).
    public let appealClasses: [AppealClassRule]
    public let problems: ProblemPolicy
    public let cases: CasePolicy
    /// What the record of an archived complaint has to hold (S201 11.1, 11.2).
    public let record: Sourced<[RecordField]>
    public let metrics: [MetricRule]

    /// What the types cannot say: things given twice, shares of nothing, figures out of range.
    public func faults() -> [Fault] {
        var faults = effective.faults() + problems.faults() + cases.faults()
        if metrics.isEmpty { faults.append(Fault(field: "metrics", problem: "is empty", expected: "one metric or more")) }
        var codes: Set<String> = []
        for (index, metric) in metrics.enumerated() {
            if !codes.insert(metric.code).inserted {
                faults.append(Fault(field: "metrics[\(index)].code", problem: "is given twice", expected: "each metric once"))
            }
            faults += metric.faults(at: "metrics[\(index)]")
        }
        var categories: Set<Category> = []
        for (index, rule) in appealClasses.enumerated() where !categories.insert(rule.category).inserted {
            faults.append(Fault(field: "appealClasses[\(index)].category", problem: "is given twice", expected: "each category once"))
        }
        if !(1...5).contains(satisfiedFrom.value) {
            faults.append(Fault(field: "satisfiedFrom.value", problem: "is out of range", expected: "1 to 5"))
        }
        if answerClocks.value.isEmpty {
            faults.append(Fault(field: "answerClocks.value", problem: "is empty", expected: "one clock or more"))
        }
        return faults
    }

    /// The regulator's class of a category.
    func appealClass(of category: Category?) -> AppealClass {
        appealClasses.first { $0.category == category }?.class ?? .other
    }
}

/// A class of the regulator's bulletin of appeals (S013).
public enum AppealClass: String, Codable, Sendable, CaseIterable {
    /// 用户服务.
    case service
    /// 收费争议.
    case charges
    /// 网络质量.
    case network
    /// What the operator's categories do not decide.
    case other

    /// What it is counted as.
    var count: ReportCount {
        switch self {
        case .service: .appealsService
        case .charges: .appealsCharges
        case .network: .appealsNetwork
        case .other: .appealsOther
        }
    }
}

/// The regulator's class of one category.
public struct AppealClassRule: Decodable, Equatable, Sendable {
    public let category: Category
    public let `class`: AppealClass
    public let source: String
}

/// What keeps a complaint from counting as settled at the first attempt; the source names the rate and gives no formula (S177, S190).
public enum FirstResolutionSpoiler: String, Codable, Sendable, CaseIterable {
    /// A later complaint repeats it (S130).
    case repeated
    /// The customer was told a second result.
    case secondAnswer = "second-answer"
    case answerReturned = "answer-returned"
    case review
    case escalation
    /// The customer said not to be content.
    case dissatisfied
    /// The customer said when followed up that it is not settled (S109).
    case unresolved
    /// It came on a regulator's channel, or as escalated.
    case appeal
}

/// One thing that a record of an archived complaint has to hold (S201 11.1).
public enum RecordField: String, Codable, CodingKeyRepresentable, Sendable, CaseIterable, Comparable {
    case registration
    case dispatch
    case liability
    case answer
    case told
    case opinion

    public static func < (left: RecordField, right: RecordField) -> Bool { left.rawValue < right.rawValue }
}
