/// The policy compensation decides by, made ready for deciding.
public struct CompensationRules: Equatable, Sendable {
    public let policy: CompensationPolicy
    private let tariffs: [String: Tariff]

    public init(policy: CompensationPolicy) {
        self.policy = policy
        self.tariffs = Dictionary(policy.tariffs.map { ($0.ground, $0) }) { first, _ in first }
    }

    /// All that is wrong with the policy.
    public func faults() -> [Fault] { policy.faults() }

    /// The band a sum falls in; the last where the policy has no band for it.
    func band(for sum: Money) -> AuthorityBand? {
        policy.authority.first { band in band.upTo.map { sum.minorUnits <= $0.value } ?? true } ?? policy.authority.last
    }

    /// The lines of all that a finding is worth, in its three branches (S198), whatever has been claimed before.
    func lines(for finding: WorkOrderLiabilityFound) throws(ClaimDenial) -> [AmountLine] {
        switch finding.liability {
        case .operatorAtFault:
            guard let ground = finding.ground else { throw ClaimDenial("the finding names no ground") }
            guard let tariff = tariffs[ground] else {
                let known = policy.tariffs.map(\.ground).joined(separator: ", ")
                throw ClaimDenial("the ground \(ground) is not known: there are " + known)
            }
            return try tariff.lines(for: finding, in: policy.currency.value)
        case .unclear:
            switch policy.unclear.value {
            case .nothing: throw ClaimDenial("liability is unclear, and the policy gives nothing then")
            case .goodwill:
                guard let goodwill = policy.goodwill else { throw ClaimDenial("liability is unclear, and the policy names no sum") }
                let sum = Money(minorUnits: goodwill.value, currency: policy.currency.value)
                return [AmountLine(tariff: AmountLine.goodwill, amount: sum, source: goodwill.source)]
            }
        case .operatorNotAtFault:
            throw ClaimDenial("the operator is not at fault")
        }
    }
}
