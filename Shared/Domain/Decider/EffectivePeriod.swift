/// The days on which a policy file is in force.
public struct EffectivePeriod: Decodable, Hashable, Sendable {
    /// The first day.
    public let from: CivilDate
    /// The last day; `nil` until it is replaced.
    public let until: CivilDate?

    public init(from: CivilDate, until: CivilDate? = nil) {
        self.from = from
        self.until = until
    }

    public func contains(_ day: CivilDate) -> Bool {
        guard let until else { return from <= day }
        return from <= day && day <= until
    }

    /// Says so where the last day lies before the first.
    public func faults() -> [Fault] {
        guard let until, until < from else { return [] }
        return [Fault(field: "effective.until", problem: "is before the first day", expected: "\(from) or later")]
    }
}
