/// One amount of a tariff, with the rule it comes from: a rate of the finding's amount, for each day of its quantity where it says so.
public struct TariffPart: Decodable, Hashable, Sendable {
    /// As the claim's line names it.
    public let name: String
    /// The share of the finding's amount.
    public let rate: Sourced<Rate>
    /// What the finding's quantity counts, where the share is owed for each of it; once where not given.
    public let per: Span?
    /// The least this part comes to, in minor units.
    public let floor: Sourced<Int64>?
    /// The most this part comes to in one claim, in minor units. What a law demands has none.
    public let cap: Sourced<Int64>?

    /// What a quantity counts.
    public enum Span: String, Decodable, Sendable, CaseIterable {
        case day
        case hour
    }

    /// The part's line, and a second one below zero where the cap takes something off; none where it comes to nothing.
    func lines(from amount: Money, quantity: Int64) throws(ClaimDenial) -> [AmountLine] {
        guard let share = rate.value.share(of: amount.minorUnits, times: quantity) else {
            throw ClaimDenial("the part \(name) is too large to be reckoned")
        }
        var line = (minorUnits: share, source: rate.source)
        if let floor, share < floor.value { line = (floor.value, floor.source) }
        guard line.minorUnits > 0 else { return [] }
        var lines = [
            AmountLine(
                tariff: name, amount: Money(minorUnits: line.minorUnits, currency: amount.currency), source: line.source)
        ]
        if let cap, line.minorUnits > cap.value {
            let excess = Money(minorUnits: cap.value - line.minorUnits, currency: amount.currency)
            lines.append(AmountLine(tariff: AmountLine.cap, amount: excess, source: cap.source))
        }
        return lines
    }

    /// What the types cannot say.
    func faults(at path: String) -> [Fault] {
        var faults: [Fault] = []
        if AmountLine.reserved.contains(name) {
            faults.append(Fault(field: path + ".name", problem: "is the name of another kind of line", expected: "another name"))
        }
        if let floor, floor.value < 0 {
            faults.append(Fault(field: path + ".floor.value", problem: "is below 0", expected: "minor units, 0 or more"))
        }
        if let cap, cap.value < max(1, floor?.value ?? 1) {
            faults.append(Fault(field: path + ".cap.value", problem: "is too low", expected: "minor units, 1 or more, the floor or more"))
        }
        return faults
    }
}

extension AmountLine {
    /// What a part's cap takes off.
    static let cap = "cap"
    /// What the complaint's earlier claims take off.
    static let offset = "offset"
    /// Given without liability.
    static let goodwill = "goodwill"

    static let reserved: Set<String> = [cap, offset, goodwill]
}
