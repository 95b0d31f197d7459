/// One reason with its amount; the lines of a claim add up to its amount.
public struct AmountLine: Hashable, Codable, Sendable {
    /// The tariff's name, such as `wrong-charge`, `cap`, `offset`.
    public let tariff: String
    /// Signed: an offset or a cap is below zero.
    public let amount: Money
    /// The rule it comes from, such as `Telecom Regulations art. 31`.
    public let source: String
}
