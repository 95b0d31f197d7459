/// One amount of a tariff, with the rule it comes from: a rate of one of the finding's figures, times others where it says so.
public struct TariffPart: Decodable, Hashable, Sendable {
    /// As the claim's line names it.
    public let name: String
    /// The share of the figure.
    public let rate: Sourced<Rate>
    /// The figure that the rate is a share of, in minor units; the finding's amount where not given.
    public let of: String?
    /// What the finding's quantity counts, where the share is owed for each of it; once where not given.
    public let per: Span?
    /// Further figures that it is multiplied by, such as days and basis points of interest.
    public let times: [String]?
    /// Where only it is owed.
    public let when: TariffScope?
    /// Where it is not owed.
    public let unless: TariffScope?
    /// Whether it is owed only once liability is found, not when refunding first.
    public let afterVerification: Bool?
    /// The least this part comes to, in minor units.
    public let floor: Sourced<Int64>?
    /// The most this part comes to in one claim, in minor units. What a law demands has none.
    public let cap: Sourced<Int64>?

    /// What a quantity counts.
    public enum Span: String, Decodable, Sendable, CaseIterable {
        case day
        case hour
    }

    /// The figures it is calculated from, besides the amount.
    var figures: [String] { (of.map { [$0] } ?? []) + (times ?? []) }

    /// The part's line, and a second one below zero where the cap takes something off; none where it comes to nothing or is not owed.
    func lines(for case: TariffCase) throws(ClaimDenial) -> [AmountLine] {
        if let when, !when.contains(`case`) { return [] }
        if let unless, unless.contains(`case`) { return [] }
        var count: Int64 = 1
        if let per {
            guard let quantity = `case`.quantity else {
                throw ClaimDenial(
                    .findingUnusable, "the ground \(`case`.ground) is calculated by the \(per.rawValue), and the finding names no quantity")
            }
            count = Int64(quantity)
        }
        for name in times ?? [] {
            let (product, overflows) = count.multipliedReportingOverflow(by: try `case`.figure(name))
            guard !overflows else { throw tooLarge }
            count = product
        }
        let base = try `case`.figure(of ?? TariffCase.amount)
        return try lines(from: Money(minorUnits: base, currency: `case`.amount.currency), quantity: count)
    }

    /// The lines of an amount, so many times.
    func lines(from amount: Money, quantity: Int64) throws(ClaimDenial) -> [AmountLine] {
        guard let share = rate.value.share(of: amount.minorUnits, times: quantity) else { throw tooLarge }
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

    private var tooLarge: ClaimDenial { ClaimDenial(.findingUnusable, "the part \(name) is too large to be calculated") }

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
        return faults + (when?.faults(at: path + ".when") ?? []) + (unless?.faults(at: path + ".unless") ?? [])
    }
}

extension AmountLine {
    /// What a part's cap takes off.
    static let cap = "cap"
    /// What was given before takes off: the complaint's earlier claims, those of the complaints it repeats, refunds and credits elsewhere.
    static let offset = "offset"
    /// Given without liability.
    static let goodwill = "goodwill"

    /// What was paid without a statement, as former releases did.
    static let unnamed = "unnamed"

    static let reserved: Set<String> = [cap, offset, goodwill]
}
