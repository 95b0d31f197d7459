/// The claims of one registered complaint.
///
/// At most one of each matter is proposed at a time: approvers must not approve what a later finding has replaced.
public struct ClaimState: Codable, Sendable, Equatable {
    public let complaint: ComplaintNumber
    public let line: LineReference
    /// Which rules it was accepted under; `nil` in documents of former releases.
    public internal(set) var policyVersion: PolicyVersion? = nil
    /// Where the customer is, as far as a tariff asks.
    public internal(set) var province: Province? = nil
    /// What the complaints it repeats have cost.
    public internal(set) var earlierPaid: [PaidClaim]? = nil
    /// Whether the customer withdrew the complaint; `nil` for not.
    public internal(set) var isWithdrawn: Bool? = nil
    /// In the order in which they came; of those that pay nothing, the last `limitOfUnpaid`.
    public internal(set) var claims: [Claim] = []
    /// How many findings have been calculated.
    public internal(set) var count = 0
    /// How many breaches of deadlines have been.
    public internal(set) var breachCount: Int? = nil
    /// How much goodwill persons have given, in claims.
    public internal(set) var grantCount: Int? = nil

    /// How many declined, denied and reversed claims are remembered, to know what is repeated.
    static let limitOfUnpaid = 32

    init(_ complaint: ComplaintRegistered, in context: DecisionContext<PolicyVersions<CompensationRules>>) {
        self.complaint = complaint.complaint
        line = complaint.line
        policyVersion = complaint.policyVersion
        let pinned = context.policy.pinned(to: complaint.policyVersion)
        // A stand-in policy must not forget what the complaint's own one will ask for once it is loaded.
        if pinned.version != complaint.policyVersion || pinned.policy.speaks(of: complaint.province) { province = complaint.province }
        earlierPaid = complaint.earlierPaid
    }

    /// That of the claim that most needs attention; where none does, of the last.
    public var status: ClaimStatus {
        guard let last = claims.last else { return .unclaimed }
        let urgent: [ClaimStatus] = [
            .proposed, .settlementFailed, .reversalFailed, .settlementDelayed, .settlementRequested, .reversalRequested,
        ]
        return urgent.first { status in claims.contains { $0.status == status } } ?? last.status
    }

    /// When the first of the claims wants attention without any message.
    var due: Instant? { claims.lazy.compactMap(\.due).min() }

    /// What is approved, and so paid or on its way, of the claims that are meant.
    func claimed(in currency: String, where isMeant: (Claim) -> Bool = { _ in true }) -> Money {
        let amounts = claims.lazy.filter(isMeant).compactMap(\.claimed).filter { $0.currency == currency }
        return Money(minorUnits: amounts.reduce(0) { $0 + $1.minorUnits }, currency: currency)
    }

    /// All that claims of its kind will have cost on this complaint once a claim is approved: by this goes the authority.
    func total(with claim: Claim) -> Money {
        let claimed = claimed(in: claim.amount.currency) { $0.kind == claim.kind }
        guard claim.claimed == nil else { return claimed }
        return Money(minorUnits: claimed.minorUnits + claim.amount.minorUnits, currency: claimed.currency)
    }

    /// Drops the oldest of the claims that pay nothing.
    mutating func pruneUnpaid() {
        var excess = claims.count { $0.isOver && $0.claimed == nil } - Self.limitOfUnpaid
        guard excess > 0 else { return }
        claims.removeAll { claim in
            guard excess > 0, claim.isOver, claim.claimed == nil else { return false }
            excess -= 1
            return true
        }
    }
}
