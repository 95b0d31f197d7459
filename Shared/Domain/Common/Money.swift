/// An amount of money in the currency's smallest unit (fen for CNY); never a fraction.
public struct Money: Hashable, Comparable, Codable, Sendable {
    public let minorUnits: Int64
    /// ISO 4217, such as `CNY`.
    public let currency: String

    public init(minorUnits: Int64, currency: String = "CNY") {
        self.minorUnits = minorUnits
        self.currency = currency
    }

    /// Compares amounts; both must be of one currency.
    public static func < (left: Money, right: Money) -> Bool {
        precondition(left.currency == right.currency, "amounts of different currencies cannot be compared")
        return left.minorUnits < right.minorUnits
    }
}
