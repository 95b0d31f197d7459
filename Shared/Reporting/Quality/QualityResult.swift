public import Domain

/// What the checkers found, summed up: by check and by stratum (S112, S153, S178).
public struct QualityResult: Hashable, Sendable {
    /// One complaint's marks: each check passed or not; a check that did not apply is left out.
    public struct Marked: Hashable, Sendable {
        public let complaint: ComplaintNumber
        public let stratum: String
        public let marks: [String: Bool]

        public init(complaint: ComplaintNumber, stratum: String, marks: [String: Bool]) {
            self.complaint = complaint
            self.stratum = stratum
            self.marks = marks
        }
    }

    /// How many were passed of how many.
    public struct Tally: Hashable, Codable, Sendable {
        public internal(set) var passed = 0
        public internal(set) var total = 0

        /// In hundredths of a per cent; `nil` where there are none.
        public var rate: Int64? { total > 0 ? (Int64(passed) * 20_000 + Int64(total)) / (Int64(total) * 2) : nil }

        mutating func add(_ isPassed: Bool) {
            total += 1
            if isPassed { passed += 1 }
        }
    }

    /// By the code of the check.
    public let checks: [String: Tally]
    /// Complaints that passed, by stratum.
    public let strata: [String: Tally]
    /// Complaints that did not pass, in order.
    public let failed: [ComplaintNumber]

    /// Sums up; complaints without any mark were not checked and do not count.
    public init(_ marked: [Marked], by policy: QualityPolicy) {
        var (checks, strata): ([String: Tally], [String: Tally]) = ([:], [:])
        var failed: [ComplaintNumber] = []
        for complaint in marked where !complaint.marks.isEmpty {
            for (code, isPassed) in complaint.marks { checks[code, default: Tally()].add(isPassed) }
            let passes = Self.passes(complaint.marks, by: policy)
            strata[complaint.stratum, default: Tally()].add(passes)
            if !passes { failed.append(complaint.complaint) }
        }
        self.checks = checks
        self.strata = strata
        self.failed = failed.sorted()
    }

    /// Whether a complaint's marks are enough: no decisive check failed, and its share of the points that applied reaches the policy's.
    static func passes(_ marks: [String: Bool], by policy: QualityPolicy) -> Bool {
        var (earned, possible) = (0, 0)
        for check in policy.checks {
            guard let isPassed = marks[check.code] else { continue }
            if !isPassed, check.isDecisive == true { return false }
            possible += check.points.value
            earned += isPassed ? check.points.value : 0
        }
        return earned * 100 >= policy.passFrom.value * possible
    }
}
