public import Domain

/// What a period's complaints come to: counts only, from which every metric can be calculated and reports of provinces put together (S201 11.5).
public struct Report: Hashable, Codable, Sendable {
    public let period: ReportPeriod
    /// Facts up to this moment are in it.
    public let asOf: Instant
    public let policyVersion: PolicyVersion
    /// The earliest registration that was read: figures of an earlier time are not known.
    public private(set) var knownFrom: Instant?
    /// The provinces whose complaints are in it, in order.
    public private(set) var provinces: [Province]
    /// How many users these have; `nil` where it was not given.
    public private(set) var users: Int64?
    public internal(set) var current = ReportFigures()
    /// The period before; `nil` where it is not known.
    public internal(set) var previous: ReportFigures?
    /// The same period last year; `nil` where it is not known.
    public internal(set) var lastYear: ReportFigures?
    /// By each split, each part's counts of the period.
    public private(set) var groups: [ReportDimension: [String: ReportFigures]]
    /// The most frequent first.
    public private(set) var problems: [ProblemPoint] = []
    /// How many records lack what.
    public internal(set) var missing: [RecordField: Int64] = [:]
    /// Appeals that were not accepted, by ground.
    public internal(set) var refusals: [String: Int64] = [:]
    public internal(set) var typical: [TypicalCase] = []
    /// The complaints behind the counts that were asked for, in order.
    public private(set) var drilled: [ReportCount: [ComplaintNumber]]

    init(_ request: ReportLedger.Request, policyVersion: PolicyVersion, knownFrom: Instant?) {
        period = request.period
        asOf = request.asOf
        self.policyVersion = policyVersion
        self.knownFrom = knownFrom
        users = request.users
        provinces = request.provinces.sorted()
        groups = Dictionary(uniqueKeysWithValues: request.dimensions.map { ($0, [:]) })
        drilled = Dictionary(uniqueKeysWithValues: request.drilled.map { ($0, []) })
    }

    /// Puts what an account adds to a count into every split.
    mutating func note(_ account: ComplaintAccount, _ count: ReportCount, _ amount: Int64) {
        for dimension in groups.keys {
            groups[dimension]?[account.key(by: dimension), default: ReportFigures()].add(count, amount)
        }
        drilled[count]?.append(account.complaint)
        cover(account.province ?? Province(ComplaintAccount.unknown))
    }

    private mutating func cover(_ province: Province) {
        if !provinces.contains(province) { provinces.append(province) }
    }

    mutating func noteProblem(_ account: ComplaintAccount, _ registration: ComplaintAccount.Registration) {
        var point = ProblemPoint(category: registration.category, ground: account.finding?.ground)
        point.add(registration.province, account.unit)
        add(point)
    }

    private mutating func add(_ point: ProblemPoint) {
        if let index = problems.firstIndex(where: point.isSame) {
            problems[index].add(point)
        } else {
            problems.append(point)
        }
    }

    /// Puts what was gathered into its order and keeps of the cases what the policy wants.
    mutating func finish(by policy: ReportPolicy) {
        provinces.sort()
        problems.sort(by: ProblemPoint.precedes)
        typical.sort { ($1.traits.count, $0.complaint) < ($0.traits.count, $1.complaint) }
        typical = Array(typical.prefix(policy.cases.size.value))
        for count in drilled.keys { drilled[count] = Array(Set(drilled[count] ?? [])).sorted() }
    }

    /// A metric of the period.
    public func value(_ rule: MetricRule) -> MetricValue? { MetricValue(rule, current, users: users) }

    /// A metric of the period before. Shares of the users are left out: how many there were then is not known.
    public func previousValue(_ rule: MetricRule) -> MetricValue? { previous.flatMap { MetricValue(rule, $0, users: nil) } }

    /// A metric of the same period last year, in the same form.
    public func lastYearValue(_ rule: MetricRule) -> MetricValue? { lastYear.flatMap { MetricValue(rule, $0, users: nil) } }

    /// The common problems among the problem points (S111, S161, S194).
    public func commonProblems(by policy: ReportPolicy) -> [ProblemPoint] { problems.filter { $0.isCommon(by: policy.problems) } }
}

extension Report {
    /// Puts the reports of several provinces together into one, exactly: counts are added, and every rate is calculated from the sums.
    ///
    /// - Throws: the faults of reports that cannot be put together: of another period or policy, split otherwise, or of the same province.
    public static func merged(_ reports: [Report], by policy: ReportPolicy) throws(Faults) -> Report {
        guard var whole = reports.first else {
            throw Faults([Fault(field: "reports", problem: "are missing", expected: "one report or more")])
        }
        let faults =
            overlaps(of: reports)
            + reports.enumerated().dropFirst().flatMap { index, report in
                differences(of: report, from: whole, at: "reports[\(index)]")
            }
        guard faults.isEmpty else { throw Faults(faults) }
        for report in reports.dropFirst() { whole.add(report) }
        whole.finish(by: policy)
        return whole
    }

    private static func overlaps(of reports: [Report]) -> [Fault] {
        var seen: Set<Province> = []
        return reports.enumerated().flatMap { index, report in
            report.provinces.compactMap { province in
                seen.insert(province).inserted
                    ? nil
                    : Fault(
                        field: "reports[\(index)].provinces", problem: "has \(province), which another report has too",
                        expected: "each province in one report")
            }
        }
    }

    private static func differences(of report: Report, from first: Report, at path: String) -> [Fault] {
        var faults: [Fault] = []
        func compare(_ name: String, _ isSame: Bool, _ expected: String) {
            if !isSame { faults.append(Fault(field: "\(path).\(name)", problem: "is not that of the first report", expected: expected)) }
        }
        compare("period", report.period == first.period, first.period.description)
        compare("policyVersion", report.policyVersion == first.policyVersion, first.policyVersion.rawValue)
        compare(
            "groups", Set(report.groups.keys) == Set(first.groups.keys), first.groups.keys.sorted().map(\.rawValue).joined(separator: ", "))
        return faults
    }

    private mutating func add(_ other: Report) {
        provinces += other.provinces
        knownFrom = knownFrom.map { known in other.knownFrom.map { max(known, $0) } ?? known } ?? other.knownFrom
        users = users.flatMap { users in other.users.map { users + $0 } }
        current.add(other.current)
        previous = Self.sum(previous, other.previous)
        lastYear = Self.sum(lastYear, other.lastYear)
        for (dimension, parts) in other.groups {
            for (key, figures) in parts { groups[dimension]?[key, default: ReportFigures()].add(figures) }
        }
        for point in other.problems { add(point) }
        missing.merge(other.missing, uniquingKeysWith: +)
        refusals.merge(other.refusals, uniquingKeysWith: +)
        typical += other.typical
        drilled.merge(other.drilled) { $0 + $1 }
    }

    /// A sum of which one part is not known is not known.
    private static func sum(_ left: ReportFigures?, _ right: ReportFigures?) -> ReportFigures? {
        guard var sum = left, let right else { return nil }
        sum.add(right)
        return sum
    }
}
