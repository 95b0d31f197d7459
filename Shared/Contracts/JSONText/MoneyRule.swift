internal import Domain

/// Which amounts are believed when outsiders name them.
enum MoneyRule {
    /// Far above any telecom bill; it keeps sums from overflowing.
    static let maximumMinorUnits: Int64 = 1_000_000_000_000

    /// - Throws: a `Fault` when a part is missing, the amount is below zero or above the maximum, or the currency is none of ISO 4217.
    static func money(minorUnits: Int64?, currency: String?, field: String) throws(Fault) -> Money {
        guard let minorUnits else {
            throw Fault(field: field + ".minorUnits", problem: "is missing", expected: "whole minor units, such as fen")
        }
        guard (0...maximumMinorUnits).contains(minorUnits) else {
            throw Fault(field: field + ".minorUnits", problem: "is out of range", expected: "0 to \(maximumMinorUnits)")
        }
        guard let currency else { throw Fault(field: field + ".currency", problem: "is missing", expected: "ISO 4217, such as CNY") }
        guard Currency(currency) != nil else {
            throw Fault(field: field + ".currency", problem: "is not a currency code", expected: "ISO 4217, such as CNY")
        }
        return Money(minorUnits: minorUnits, currency: currency)
    }
}
