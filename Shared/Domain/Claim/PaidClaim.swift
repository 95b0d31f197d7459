/// What a complaint has cost already, as a repeat of it has to know so that nothing is paid twice.
///
/// It counts from its approval: money on its way is as good as paid.
public struct PaidClaim: Hashable, Codable, Sendable {
    public let complaint: ComplaintNumber
    public let claim: ClaimNumber
    public let kind: ClaimKind
    /// The reason code of the compensation policy.
    public let ground: String?
    /// The matter, where the finding or the policy names one.
    public let cause: String?
    public let amount: Money
}

extension [PaidClaim] {
    /// Takes over what is not there yet, each claim once.
    public mutating func note(_ others: [PaidClaim]) {
        for other in others where !contains(where: { $0.claim == other.claim }) { append(other) }
    }
}
