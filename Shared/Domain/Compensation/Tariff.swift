/// What the operator owes on one ground, where it is at fault (S198).
public struct Tariff: Decodable, Hashable, Sendable {
    /// As a finding of liability names it, such as `wrong-charge`.
    public let ground: String
    public let name: String
    /// The matter, where what this ground gives is owed besides all else; findings may name one of their own.
    public let cause: String?
    /// Whether the parts that need no verification are given while liability is still unclear: refund first, verify later.
    public let refundFirst: Sourced<Bool>?
    /// Circumstances in which nothing is owed, such as a fault of the customer's own terminal.
    public let excludedBy: Sourced<[String]>?
    public let checks: [TariffCheck]?
    /// Their sum is owed.
    public let parts: [TariffPart]

    /// The lines of all parts; those that come to nothing are left out.
    ///
    /// - Parameter verified: whether liability is found, or only refunded first.
    func lines(for case: TariffCase, verified: Bool) throws(ClaimDenial) -> [AmountLine] {
        if let excludedBy, let reason = excludedBy.value.first(where: `case`.circumstances.contains) {
            throw ClaimDenial(.excluded, "the ground \(ground) gives nothing where \(reason) applies (\(excludedBy.source))")
        }
        for check in checks ?? [] { try check.pass(`case`) }
        var lines: [AmountLine] = []
        for part in parts where verified || part.afterVerification != true {
            lines += try part.lines(for: `case`)
        }
        return lines
    }

    /// The names of figures that the tariff asks for, besides amount and quantity.
    var figures: Set<String> {
        let names = (checks ?? []).flatMap(\.figures) + parts.flatMap(\.figures)
        return Set(names).subtracting([TariffCase.amount, TariffCase.quantity])
    }

    /// The circumstances that make a difference to the tariff.
    var circumstances: Set<String> {
        let scopes = (checks ?? []).flatMap { ($0.variants ?? []).map(\.when) } + parts.flatMap { [$0.when, $0.unless].compactMap(\.self) }
        return Set(scopes.flatMap { $0.circumstances ?? [] } + (excludedBy?.value ?? []))
    }

    /// The provinces that have figures of their own.
    var provinces: Set<Province> {
        let scopes = (checks ?? []).flatMap { ($0.variants ?? []).map(\.when) } + parts.flatMap { [$0.when, $0.unless].compactMap(\.self) }
        return Set(scopes.flatMap { $0.provinces ?? [] })
    }

    /// What the types cannot say.
    func faults(at path: String) -> [Fault] {
        var faults: [Fault] = []
        if parts.isEmpty {
            faults.append(Fault(field: path + ".parts", problem: "is empty", expected: "one part or more"))
        }
        for (index, check) in (checks ?? []).enumerated() { faults += check.faults(at: "\(path).checks[\(index)]") }
        var names: Set<String> = []
        for (index, part) in parts.enumerated() {
            let field = "\(path).parts[\(index)]"
            if !names.insert(part.name).inserted {
                faults.append(Fault(field: field + ".name", problem: "is given twice", expected: "each part once"))
            }
            faults += part.faults(at: field)
        }
        return faults
    }
}

/// Where a part or a figure of a tariff holds: every condition given must be met.
public struct TariffScope: Decodable, Hashable, Sendable {
    public let provinces: [Province]?
    /// All of these must be so.
    public let circumstances: [String]?

    func contains(_ case: TariffCase) -> Bool {
        if let provinces, !provinces.contains(where: { $0 == `case`.province }) { return false }
        return (circumstances ?? []).allSatisfy(`case`.circumstances.contains)
    }

    func faults(at path: String) -> [Fault] {
        guard provinces?.isEmpty ?? true, circumstances?.isEmpty ?? true else { return [] }
        return [Fault(field: path, problem: "has no condition", expected: "a province or a circumstance")]
    }
}

/// What a tariff is applied to: a finding's figures and circumstances, and where the customer is.
struct TariffCase {
    let ground: String
    let amount: Money
    let quantity: Int?
    let figures: [String: Int64]
    let circumstances: Set<String>
    let province: Province?

    /// The finding's own amount.
    static let amount = "amount"
    /// The finding's own quantity.
    static let quantity = "quantity"

    /// - Throws: a `ClaimDenial` for an amount that is missing, below zero or in another currency than `currency`.
    init(
        _ finding: WorkOrderLiabilityFound, on ground: String, in province: Province?, currency: String, defaults: [String: Int64]
    ) throws(ClaimDenial) {
        guard let amount = finding.amount else {
            throw ClaimDenial(.findingUnusable, "the ground \(ground) is calculated from an amount, and the finding names none")
        }
        guard amount.currency == currency else {
            throw ClaimDenial(.findingUnusable, "the finding's amount is in \(amount.currency), and the tariffs are in \(currency)")
        }
        guard amount.minorUnits >= 0 else { throw ClaimDenial(.findingUnusable, "the finding's amount is below zero") }
        if let quantity = finding.quantity, quantity < 0 { throw ClaimDenial(.findingUnusable, "the finding's quantity is below zero") }
        var figures = defaults
        for figure in finding.particulars?.figures ?? [] {
            guard figure.value >= 0 else { throw ClaimDenial(.findingUnusable, "the finding's figure \(figure.name) is below zero") }
            figures[figure.name] = figure.value
        }
        self.ground = ground
        self.amount = amount
        self.quantity = finding.quantity
        self.figures = figures
        self.circumstances = Set(finding.particulars?.circumstances ?? [])
        self.province = province
    }

    /// A figure by its name.
    ///
    /// - Throws: a `ClaimDenial` where the finding does not name it.
    func figure(_ name: String) throws(ClaimDenial) -> Int64 {
        switch name {
        case Self.amount: return amount.minorUnits
        case Self.quantity:
            guard let quantity else { throw missing(name) }
            return Int64(quantity)
        default:
            guard let figure = figures[name] else { throw missing(name) }
            return figure
        }
    }

    private func missing(_ name: String) -> ClaimDenial {
        ClaimDenial(.findingUnusable, "the ground \(ground) is calculated from the figure \(name), and the finding names none")
    }
}
