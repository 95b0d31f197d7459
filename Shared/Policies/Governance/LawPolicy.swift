public import Domain

/// The laws and rules that figures come from, with their dates of effect and what each replaced (`laws.yaml`; S001, S043, S116–S118).
public struct LawPolicy: Decodable, Equatable, Sendable {
    public let version: PolicyVersion
    public let effective: EffectivePeriod
    public let laws: [Law]

    /// One law, regulation or rule.
    public struct Law: Decodable, Hashable, Sendable {
        /// As sources name it, such as `Order 35`.
        public let law: String
        /// Other names that sources call it by.
        public let also: [String]?
        /// 《电信用户申诉处理办法》.
        public let title: String
        /// Its number, such as 工业和信息化部令第35号.
        public let number: String?
        public let kind: Kind
        /// The first day it is in force; `nil` where the date was not found.
        public let from: CivilDate?
        /// The last day; `nil` while it is in force.
        public let until: CivilDate?
        /// What it replaced, by title and number.
        public let replaces: String?
        /// Whom it binds, where that is not everybody: a province's code, or words.
        public let binds: String?
        /// Where all this is known from.
        public let source: String
    }

    /// What kind of text it is.
    public enum Kind: String, Decodable, Sendable, CaseIterable {
        case law
        /// Of the State Council.
        case regulation
        /// Of a ministry.
        case order
        /// Of a province.
        case provincial
        /// The operator's own.
        case own
    }

    /// What the types cannot say: names given twice, an end before its beginning.
    public func faults() -> [Fault] {
        var faults = effective.faults()
        var names: Set<String> = []
        for (index, law) in laws.enumerated() {
            for name in [law.law] + (law.also ?? []) where !names.insert(name).inserted {
                faults.append(Fault(field: "laws[\(index)].law", problem: "is called \(name), as another is", expected: "each name once"))
            }
            if let from = law.from, let until = law.until, until < from {
                faults.append(Fault(field: "laws[\(index)].until", problem: "is before the first day", expected: "\(from) or later"))
            }
        }
        return faults
    }

    /// The law of this name, whichever of its names it is.
    public subscript(name: String) -> Law? { laws.first { $0.law == name || $0.also?.contains(name) == true } }
}
