/// What is given without being owed, with caps and a budget of its own (S090, S198).
public struct GoodwillPolicy: Decodable, Hashable, Sendable {
    /// What the policy gives where liability is unclear or the operator is not at fault, in minor units; it admits no liability.
    public let sum: Sourced<Int64>?
    /// Whether what was given for goodwill is taken off what turns out to be owed; not where not given.
    public let countsAgainstLiability: Sourced<Bool>?
    /// For what a person may give.
    public let grounds: [Ground]?
    /// The most one person gives at once, in minor units.
    public let perGrant: Sourced<Int64>?
    /// The most that persons give on one complaint, in minor units.
    public let perComplaint: Sourced<Int64>?
    /// The budget of a line: the most that persons give on a complaint and those it repeats together, in minor units.
    public let perLine: Sourced<Int64>?
    /// What a missed deadline is worth; nothing where not given.
    public let lateHandling: LateHandling?
    /// Who may decide goodwill; the bands of what is owed where not given.
    public let authority: [AuthorityBand]?

    /// For what a person may give.
    public struct Ground: Decodable, Hashable, Sendable {
        public let code: String
        public let name: String
        /// The rule, such as `S090`.
        public let source: String
    }

    /// What the policy gives by itself when a deadline is missed (S090).
    public struct LateHandling: Decodable, Hashable, Sendable {
        /// Whose breach it is.
        public let clocks: Sourced<[ClockName]>
        /// For each breach, in minor units.
        public let sum: Sourced<Int64>
        /// The most of them all on one complaint, in minor units.
        public let perComplaint: Sourced<Int64>?
    }

    /// What the types cannot say.
    func faults(at path: String) -> [Fault] {
        var faults: [Fault] = []
        let sums = [
            ("sum", sum), ("perGrant", perGrant), ("perComplaint", perComplaint), ("perLine", perLine),
            ("lateHandling.sum", lateHandling?.sum), ("lateHandling.perComplaint", lateHandling?.perComplaint),
        ]
        for (name, sum) in sums {
            guard let sum, sum.value < 1 else { continue }
            faults.append(Fault(field: "\(path).\(name).value", problem: "is below 1", expected: "minor units, 1 or more"))
        }
        var codes: Set<String> = []
        for (index, ground) in (grounds ?? []).enumerated() where !codes.insert(ground.code).inserted {
            faults.append(Fault(field: "\(path).grounds[\(index)].code", problem: "is given twice", expected: "each ground once"))
        }
        if let lateHandling, lateHandling.clocks.value.isEmpty {
            faults.append(Fault(field: path + ".lateHandling.clocks.value", problem: "is empty", expected: "one clock or more"))
        }
        if let authority { faults += AuthorityBand.faults(of: authority, at: path + ".authority") }
        return faults
    }
}
