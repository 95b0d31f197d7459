public import Domain

/// How closed complaints are checked by sample (`quality.yaml`; S153, S172, S178).
public struct QualityPolicy: Decodable, Equatable, Sendable {
    public let version: PolicyVersion
    public let effective: EffectivePeriod
    /// How many complaints are drawn, where the command does not say.
    public let size: Sourced<Int>
    /// By what the sample is spread, so that none is left out.
    public let strata: Sourced<[ReportDimension]>
    /// What is looked at, in order.
    public let checks: [QualityCheck]
    /// From which share of the points, in per cent, a complaint passes; 0 to 100.
    public let passFrom: Sourced<Int>

    /// What the types cannot say: checks given twice, figures out of range.
    public func faults() -> [Fault] {
        var faults = effective.faults()
        if size.value < 1 { faults.append(Fault(field: "size.value", problem: "is below 1", expected: "1 or more")) }
        if !(0...100).contains(passFrom.value) {
            faults.append(Fault(field: "passFrom.value", problem: "is out of range", expected: "0 to 100"))
        }
        if checks.isEmpty { faults.append(Fault(field: "checks", problem: "is empty", expected: "one check or more")) }
        var codes: Set<String> = []
        for (index, check) in checks.enumerated() {
            if !codes.insert(check.code).inserted {
                faults.append(Fault(field: "checks[\(index)].code", problem: "is given twice", expected: "each check once"))
            }
            if check.points.value < 1 {
                faults.append(Fault(field: "checks[\(index)].points.value", problem: "is below 1", expected: "1 or more"))
            }
        }
        return faults
    }
}

/// One thing a checker looks at.
public struct QualityCheck: Decodable, Equatable, Sendable {
    /// Such as `written-answer`.
    public let code: String
    public let name: MetricName
    /// What it counts for; from 1.
    public let points: Sourced<Int>
    /// A check that fails the complaint alone, whatever its points.
    public let isDecisive: Bool?
    /// The rule that asks for it.
    public let source: String
}
