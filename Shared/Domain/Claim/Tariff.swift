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
