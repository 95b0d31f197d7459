public import Domain

/// Which problems a report lists, and when one is common 共性 (S091, S111, S161, S194).
public struct ProblemPolicy: Decodable, Equatable, Sendable {
    /// How many problem points are listed, the most frequent first; from 1.
    public let listed: Sourced<Int>
    /// In how many complaints of the period a problem must occur to be common.
    public let commonFrom: Sourced<Int>
    /// And in how many provinces, or units where the report is of one province.
    public let commonIn: Sourced<Int>

    func faults() -> [Fault] {
        [("listed", listed), ("commonFrom", commonFrom), ("commonIn", commonIn)].compactMap { name, figure in
            figure.value < 1 ? Fault(field: "problems.\(name).value", problem: "is below 1", expected: "1 or more") : nil
        }
    }
}

/// One problem of a period: what it was about, on which ground it was decided, and where it occurred.
public struct ProblemPoint: Hashable, Codable, Sendable {
    public let category: Category
    /// The ground of the finding; `nil` where there is none.
    public let ground: String?
    public private(set) var provinces: [Province: Int64]
    public private(set) var units: [Unit: Int64]

    init(category: Category, ground: String?) {
        self.category = category
        self.ground = ground
        provinces = [:]
        units = [:]
    }

    /// In how many complaints it occurred.
    public var complaints: Int64 { provinces.values.reduce(0, +) }

    /// Whether it is a common problem of what the report covers.
    public func isCommon(by policy: ProblemPolicy) -> Bool {
        complaints >= policy.commonFrom.value && (provinces.count > 1 ? provinces.count : units.count) >= policy.commonIn.value
    }

    mutating func add(_ province: Province, _ unit: Unit?) {
        provinces[province, default: 0] += 1
        if let unit { units[unit, default: 0] += 1 }
    }

    mutating func add(_ other: ProblemPoint) {
        provinces.merge(other.provinces, uniquingKeysWith: +)
        units.merge(other.units, uniquingKeysWith: +)
    }

    func isSame(as other: ProblemPoint) -> Bool { category == other.category && ground == other.ground }

    /// The most frequent first; of equals, by name.
    static func precedes(_ left: ProblemPoint, _ right: ProblemPoint) -> Bool {
        (right.complaints, left.category.rawValue, left.ground ?? "") < (left.complaints, right.category.rawValue, right.ground ?? "")
    }
}
