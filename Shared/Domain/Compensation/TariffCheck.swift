/// What must be so for a ground to be given at all: a figure above a limit, or at most that.
///
/// The limit is a number, or, with `times`, so many times another figure: more than 5 times the average of three months.
public struct TariffCheck: Decodable, Hashable, Sendable {
    /// The figure that is looked at: `amount`, `quantity`, or one of the finding's own.
    public let figure: String
    public let above: Sourced<Rate>?
    public let atMost: Sourced<Rate>?
    /// The figure that the limit is a multiple of; a plain number where not given.
    public let times: String?
    /// Other limits for some; the first that fits holds.
    public let variants: [Variant]?

    /// The limit for some provinces or circumstances.
    public struct Variant: Decodable, Hashable, Sendable {
        public let when: TariffScope
        public let above: Sourced<Rate>?
        public let atMost: Sourced<Rate>?
    }

    /// The figures it looks at.
    var figures: [String] { [figure] + (times.map { [$0] } ?? []) }

    /// - Throws: a `ClaimDenial` with the limit and its rule where the finding does not meet it.
    func pass(_ case: TariffCase) throws(ClaimDenial) {
        let variant = variants?.first { $0.when.contains(`case`) }
        let (above, atMost) = variant.map { ($0.above, $0.atMost) } ?? (above, atMost)
        if let above, try compare(`case`, above.value) <= 0 { throw denial(`case`, "more than", above) }
        if let atMost, try compare(`case`, atMost.value) > 0 { throw denial(`case`, "at most", atMost) }
    }

    /// Below zero where the figure is below the limit, above zero where above.
    private func compare(_ case: TariffCase, _ limit: Rate) throws(ClaimDenial) -> Int {
        let base = try times.map { name throws(ClaimDenial) in try `case`.figure(name) } ?? 1
        let left = try `case`.figure(figure).multipliedFullWidth(by: limit.denominator)
        let right = base.multipliedFullWidth(by: limit.numerator)
        if (left.high, left.low) == (right.high, right.low) { return 0 }
        return (left.high, left.low) < (right.high, right.low) ? -1 : 1
    }

    private func denial(_ case: TariffCase, _ relation: String, _ limit: Sourced<Rate>) -> ClaimDenial {
        let wanted = times.map { "\(limit.value) times \($0)" } ?? "\(limit.value)"
        return ClaimDenial(
            .limitNotMet, "the ground \(`case`.ground) is given where \(figure) is \(relation) \(wanted) (\(limit.source))")
    }

    /// What the types cannot say.
    func faults(at path: String) -> [Fault] {
        var faults = Self.faults(of: above, atMost, at: path)
        for (index, variant) in (variants ?? []).enumerated() {
            let field = "\(path).variants[\(index)]"
            faults += variant.when.faults(at: field + ".when") + Self.faults(of: variant.above, variant.atMost, at: field)
        }
        return faults
    }

    private static func faults(of above: Sourced<Rate>?, _ atMost: Sourced<Rate>?, at path: String) -> [Fault] {
        guard (above == nil) == (atMost == nil) else { return [] }
        return [Fault(field: path, problem: "needs exactly one limit", expected: "either above or atMost")]
    }
}
