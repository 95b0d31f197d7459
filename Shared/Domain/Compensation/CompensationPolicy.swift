/// What is owed for which fault, who may decide it, and how it is paid (`compensation.yaml`; S090, S108, S198).
public struct CompensationPolicy: Decodable, Hashable, Sendable {
    public let version: PolicyVersion
    public let effective: EffectivePeriod
    /// ISO 4217; every figure below is in its smallest unit.
    public let currency: Sourced<String>
    /// What is owed where the operator is at fault 企业有瑕疵.
    public let tariffs: [Tariff]
    /// Figures that stand in where a finding names none, such as a rate of interest.
    public let figures: [FigureDefault]?
    /// The figures that are taken off what a finding is worth: what the customer has been refunded or credited already.
    public let offsets: Sourced<[String]>?
    /// What is given where liability is unclear 责任不清.
    public let unclear: Sourced<WithoutFault>
    /// What is given where the operator is not at fault 企业无责; nothing where not given.
    public let notAtFault: Sourced<WithoutFault>?
    public let goodwill: GoodwillPolicy?
    /// The lowest first.
    public let authority: [AuthorityBand]
    /// Who decides for whom while that person is away.
    public let delegations: [Delegation]?
    public let settlement: SettlementPolicy
    /// How long goodwill for a complaint that is not registered yet waits for it; not at all where not given.
    public let unknownComplaintTimeout: Sourced<PolicyDuration>?

    /// What customers may read of it and templates need words for: the lines of amounts, and why a ground gives nothing.
    public var spoken: [(of: NoticeValue.Vocabulary, code: String)] {
        let lines =
            tariffs.flatMap { $0.parts.map(\.name) } + (goodwill?.grounds ?? []).map(\.code) + AmountLine.reserved.sorted()
            + [ClaimState.lateHandling, AmountLine.unnamed]
        let denials = DenialReason.allCases.filter { !$0.isOfGround && $0 != .findingUnusable }.map(\.rawValue) + [ClaimDeclined.word]
        let excluded = tariffs.filter { $0.excludedBy != nil }.map { DenialReason.excluded.word(of: $0.ground) }
        let limited = tariffs.filter { $0.checks != nil }.map { DenialReason.limitNotMet.word(of: $0.ground) }
        let bands = Set((authority + (goodwill?.authority ?? [])).map(\.band)).sorted()
        return Set(lines).sorted().map { (.tariff, $0) } + (denials + excluded + limited).map { (.denial, $0) }
            + bands.map { (.band, $0) } + tariffs.map { (.finding, $0.ground) }
    }

    /// What is given where no fault is found.
    public enum WithoutFault: String, Decodable, Sendable, CaseIterable {
        case nothing
        case goodwill
    }

    /// A figure's value where a finding names none.
    public struct FigureDefault: Decodable, Hashable, Sendable {
        public let name: String
        public let value: Int64
        public let source: String
    }

    /// What the types cannot say: grounds given twice, figures out of range, sums nobody may approve.
    public func faults() -> [Fault] {
        var faults = effective.faults()
        if Currency(currency.value) == nil {
            faults.append(Fault(field: "currency.value", problem: "is not a currency code", expected: "ISO 4217, such as CNY"))
        }
        var grounds: Set<String> = []
        for (index, tariff) in tariffs.enumerated() {
            if !grounds.insert(tariff.ground).inserted {
                faults.append(Fault(field: "tariffs[\(index)].ground", problem: "is given twice", expected: "each ground once"))
            }
            faults += tariff.faults(at: "tariffs[\(index)]")
        }
        for (index, figure) in (figures ?? []).enumerated() where figure.value < 0 {
            faults.append(Fault(field: "figures[\(index)].value", problem: "is below 0", expected: "0 or more"))
        }
        let givesGoodwill = unclear.value == .goodwill || notAtFault?.value == .goodwill
        if givesGoodwill, goodwill?.sum == nil {
            faults.append(Fault(field: "goodwill.sum", problem: "is missing", expected: "the sum given for goodwill"))
        }
        faults += goodwill?.faults(at: "goodwill") ?? []
        faults += AuthorityBand.faults(of: authority, at: "authority")
        faults += Delegation.faults(of: delegations ?? [], at: "delegations")
        return faults + settlement.faults(at: "settlement")
    }
}

extension CompensationPolicy {
    /// What is wrong with a ground for which a person wants to give; `nil` where the policy has it.
    public func faultOfGoodwill(on ground: String?) -> Fault? {
        let known = (goodwill?.grounds ?? []).map(\.code)
        guard let ground, !known.contains(ground) else { return nil }
        return Fault(
            field: "data.ground", problem: "is not a ground for goodwill",
            expected: known.isEmpty ? "a policy that lets persons give" : "one of " + known.joined(separator: ", "))
    }
}
