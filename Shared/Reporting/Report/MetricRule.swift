public import Domain

/// One metric: a count, or a share of one count in another, with the source of its formula (S045, S206).
public struct MetricRule: Decodable, Equatable, Sendable {
    /// Such as `timeliness`.
    public let code: String
    public let name: MetricName
    public let numerator: ReportCount
    /// `nil` where the metric is the count itself.
    public let denominator: MetricBase?
    /// What the share is of: 100 for per cent, 1000000 for a million users; 1 for an average. Given with a denominator, and only so.
    public let per: Int64?
    /// Whether more of it is better, worse or neither: how a change is shown.
    public let better: Direction?
    /// What the operator wants it to be, at most or at least by `better`.
    public let target: Sourced<Double>?
    /// Where name and formula come from.
    public let source: String

    /// Which way is better.
    public enum Direction: String, Codable, Sendable, CaseIterable {
        case higher
        case lower
    }

    func faults(at path: String) -> [Fault] {
        var faults: [Fault] = []
        if (denominator == nil) != (per == nil) {
            faults.append(
                Fault(
                    field: path + (per == nil ? ".denominator" : ".per"), problem: "is given alone",
                    expected: "denominator and per together, or neither"))
        }
        if let per, !(1...1_000_000_000).contains(per) {
            faults.append(Fault(field: path + ".per", problem: "is out of range", expected: "1 to 1000000000"))
        }
        if source.isEmpty { faults.append(Fault(field: path + ".source", problem: "is empty", expected: "a source, or unconfirmed")) }
        return faults
    }

    /// Whether it is a sum of money, or an average of one: counted in the currency's smallest unit, and read in its main unit.
    public var isMoney: Bool { numerator == .compensation && (per ?? 1) == 1 }

    /// The formula in words, such as `answers-in-time ÷ answers-due × 100`.
    public var formula: String {
        guard let denominator, let per else { return numerator.rawValue }
        return "\(numerator.rawValue) ÷ \(denominator.word)" + (per == 1 ? "" : " × \(per)")
    }
}

/// A metric's name in both languages.
public struct MetricName: Codable, Hashable, Sendable {
    public let zh: String
    public let en: String

    public init(zh: String, en: String) {
        self.zh = zh
        self.en = en
    }

    public func text(_ language: Language) -> String {
        switch language {
        case .chinese: zh
        case .english: en
        }
    }
}

/// What a count is set against: another count, or the number of users, which the operator gives.
public enum MetricBase: Hashable, Sendable, Decodable {
    case count(ReportCount)
    case users

    /// As the policy file writes it.
    public var word: String {
        switch self {
        case .count(let count): count.rawValue
        case .users: "users"
        }
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        if text == "users" {
            self = .users
        } else if let count = ReportCount(rawValue: text) {
            self = .count(count)
        } else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "expected users, or a count such as registered")
        }
    }
}
