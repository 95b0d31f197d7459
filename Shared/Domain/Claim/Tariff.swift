/// What the operator owes on one ground, where it is at fault (S198).
public struct Tariff: Decodable, Hashable, Sendable {
    /// As a finding of liability names it, such as `wrong-charge`.
    public let ground: String
    public let name: String
    /// Their sum is owed.
    public let parts: [TariffPart]

    /// The lines of all parts; those that come to nothing are left out.
    func lines(for finding: WorkOrderLiabilityFound, in currency: String) throws(ClaimDenial) -> [AmountLine] {
        guard let amount = finding.amount else {
            throw ClaimDenial("the ground \(ground) is reckoned from an amount, and the finding names none")
        }
        guard amount.currency == currency else {
            throw ClaimDenial("the finding's amount is in \(amount.currency), and the tariffs are in \(currency)")
        }
        guard amount.minorUnits >= 0 else { throw ClaimDenial("the finding's amount is below zero") }
        var lines: [AmountLine] = []
        for part in parts {
            lines += try part.lines(from: amount, quantity: quantity(for: part, in: finding))
        }
        return lines
    }

    private func quantity(for part: TariffPart, in finding: WorkOrderLiabilityFound) throws(ClaimDenial) -> Int64 {
        guard let unit = part.per else { return 1 }
        guard let quantity = finding.quantity else {
            throw ClaimDenial("the ground \(ground) is reckoned by the \(unit.rawValue), and the finding names no quantity")
        }
        guard quantity >= 0 else { throw ClaimDenial("the finding's quantity is below zero") }
        return Int64(quantity)
    }
}
