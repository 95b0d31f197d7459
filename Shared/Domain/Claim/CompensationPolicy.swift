/// What is owed for which fault, who may decide it, and how it is paid (`compensation.yaml`; S090, S108, S198).
public struct CompensationPolicy: Decodable, Hashable, Sendable {
    public let version: PolicyVersion
    public let effective: EffectivePeriod
    /// ISO 4217; every figure below is in its smallest unit.
    public let currency: Sourced<String>
    /// What is owed where the operator is at fault 企业有瑕疵.
    public let tariffs: [Tariff]
    /// What is given where liability is unclear 责任不清.
    public let unclear: Sourced<UnclearRule>
    /// The sum given for goodwill, in minor units; it admits no liability.
    public let goodwill: Sourced<Int64>?
    /// The lowest first.
    public let authority: [AuthorityBand]
    public let settlement: SettlementPolicy

    /// What is given where liability is unclear.
    public enum UnclearRule: String, Decodable, Sendable, CaseIterable {
        case nothing
        case goodwill
    }

    /// What the types cannot say: grounds given twice, figures out of range, sums nobody may approve.
    public func faults() -> [Fault] {
        var faults = effective.faults()
        if currency.value.utf8.count != 3 || !currency.value.utf8.allSatisfy({ UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0 }) {
            faults.append(Fault(field: "currency.value", problem: "is not a currency code", expected: "ISO 4217, such as CNY"))
        }
        var grounds: Set<String> = []
        for (index, tariff) in tariffs.enumerated() {
            if !grounds.insert(tariff.ground).inserted {
                faults.append(Fault(field: "tariffs[\(index)].ground", problem: "is given twice", expected: "each ground once"))
            }
            faults += Self.faults(of: tariff, at: "tariffs[\(index)]")
        }
        if unclear.value == .goodwill, goodwill == nil {
            faults.append(Fault(field: "goodwill", problem: "is missing", expected: "the sum given for goodwill"))
        }
        if let goodwill, goodwill.value < 1 {
            faults.append(Fault(field: "goodwill.value", problem: "is below 1", expected: "minor units, 1 or more"))
        }
        return faults + AuthorityBand.faults(of: authority, at: "authority") + settlement.faults(at: "settlement")
    }

    private static func faults(of tariff: Tariff, at path: String) -> [Fault] {
        var faults: [Fault] = []
        if tariff.parts.isEmpty {
            faults.append(Fault(field: path + ".parts", problem: "is empty", expected: "one part or more"))
        }
        var names: Set<String> = []
        for (index, part) in tariff.parts.enumerated() {
            let field = "\(path).parts[\(index)]"
            if !names.insert(part.name).inserted {
                faults.append(Fault(field: field + ".name", problem: "is given twice", expected: "each part once"))
            }
            faults += part.faults(at: field)
        }
        return faults
    }
}
