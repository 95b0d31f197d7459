/// What share of an amount a tariff gives, as an exact fraction: `"3"`, `"1/100"`, `"1/30"`.
public struct Rate: Hashable, Sendable {
    /// From 1.
    public let numerator: Int64
    /// From 1.
    public let denominator: Int64

    /// `nil` where a part is below 1.
    public init?(_ numerator: Int64, over denominator: Int64 = 1) {
        guard numerator >= 1, denominator >= 1 else { return nil }
        self.numerator = numerator
        self.denominator = denominator
    }

    /// The share of an amount, so many times; `nil` where it is too large for 64 bits.
    ///
    /// Rounded up to the next minor unit, once, at the end: whatever does not come out even is calculated in the customer's favour.
    func share(of minorUnits: Int64, times count: Int64 = 1) -> Int64? {
        let (counted, countOverflows) = minorUnits.multipliedReportingOverflow(by: count)
        let (multiplied, overflows) = counted.multipliedReportingOverflow(by: numerator)
        guard !countOverflows, !overflows else { return nil }
        let (whole, rest) = multiplied.quotientAndRemainder(dividingBy: denominator)
        return rest > 0 ? whole + 1 : whole
    }
}

extension Rate: LosslessStringConvertible {
    /// Reads a whole number from 1, or two with a slash between them.
    public init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let numerator = Int64(digits: parts[0]),
            let denominator = parts.count == 2 ? Int64(digits: parts[1]) : 1
        else { return nil }
        self.init(numerator, over: denominator)
    }

    public var description: String { denominator == 1 ? "\(numerator)" : "\(numerator)/\(denominator)" }
}

extension Rate: Decodable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let rate = Rate(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "expected a rate such as \"3\" or 1/100")
        }
        self = rate
    }
}
