/// Amounts as people write and read them: in the currency's main unit, with the decimals that ISO 4217 gives it.
extension Money {
    /// Reads an amount of the main unit: `12.50` or `12.5` of a currency with two decimals, `1000` of one without.
    ///
    /// `nil` where it is not one or more ASCII digits, then, if the currency has decimals, a point and one to as many digits: so for a sign,
    /// separators of thousands, a currency's mark, blanks, an empty whole part, a decimal more than the currency has, and an amount beyond 64 bits.
    public init?(mainUnits text: String, currency: Currency) {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let decimals = parts.count == 2 ? parts[1] : ""
        guard let whole = Int64(digits: parts[0]),
            parts.count == 1 || (1...max(1, currency.exponent)).contains(decimals.utf8.count), decimals.utf8.count <= currency.exponent,
            let part = parts.count == 1 ? 0 : Int64(digits: decimals)
        else { return nil }
        let (shifted, isTooLarge) = whole.multipliedReportingOverflow(by: currency.minorUnitsPerMainUnit)
        let (sum, isBeyond) = shifted.addingReportingOverflow(part * Currency.power(currency.exponent - decimals.utf8.count))
        guard !isTooLarge, !isBeyond else { return nil }
        self.init(minorUnits: sum, currency: currency.code)
    }

    /// The amount in the main unit with all the currency's decimals: `12.50`, `1000`, `-0.125`.
    ///
    /// A code that is no currency's, which only a state or an event of an earlier release can hold, has two decimals, as that release counted.
    public var mainUnits: String {
        let exponent = Currency(currency)?.exponent ?? 2
        let sign = minorUnits < 0 ? "-" : ""
        let amount = minorUnits.magnitude
        guard exponent > 0 else { return "\(sign)\(amount)" }
        let divisor = UInt64(Currency.power(exponent))
        let decimals = String(amount % divisor)
        return "\(sign)\(amount / divisor)." + String(repeating: "0", count: exponent - decimals.utf8.count) + decimals
    }
}
