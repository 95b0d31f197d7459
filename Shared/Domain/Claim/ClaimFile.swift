/// The claims of one registered complaint.
///
/// At most one of them is proposed at a time: approvers name the complaint, not the claim, and must not approve what they have not seen.
public struct ClaimFile: Codable, Sendable, Equatable {
    public let complaint: ComplaintNumber
    public let line: LineReference
    /// In the order of their findings; of those that pay nothing, the last `limitOfUnpaid`.
    public internal(set) var claims: [Claim] = []
    /// How many claims there have been.
    public internal(set) var count = 0

    /// How many declined and denied claims are remembered, to know a finding that is repeated.
    static let limitOfUnpaid = 32

    init(complaint: ComplaintNumber, line: LineReference) {
        self.complaint = complaint
        self.line = line
    }

    /// That of the claim that most needs attention; where none does, of the last.
    public var status: ClaimStatus {
        guard let last = claims.last else { return .unclaimed }
        let urgent: [ClaimStatus] = [.proposed, .settlementFailed, .settlementDelayed, .settlementRequested]
        return urgent.first { status in claims.contains { $0.status == status } } ?? last.status
    }

    /// When the first of the claims wants attention without any message.
    var due: Instant? { claims.lazy.compactMap(\.due).min() }

    /// What is approved, and so paid or on its way, of a currency.
    func claimed(in currency: String) -> Money {
        let amounts = claims.lazy.compactMap(\.claimed).filter { $0.currency == currency }
        return Money(minorUnits: amounts.reduce(0) { $0 + $1.minorUnits }, currency: currency)
    }

    /// The claims a command is about; none where no claim fits it.
    func targets(of command: ClaimCommand) -> [Int] {
        switch command {
        case .approve, .decline:
            claims.indices.filter { claims[$0].status == .proposed }
        case .confirmSettlement(let paymentKey, _), .failSettlement(let paymentKey, _):
            claims.indices.filter { claims[$0].paymentKey == paymentKey }
        case .retrySettlement:
            claims.indices.filter { claims[$0].status == .settlementFailed }
        }
    }

    /// Forgets the oldest of the claims that pay nothing.
    mutating func forgetUnpaid() {
        var excess = claims.count { $0.isOver && $0.claimed == nil } - Self.limitOfUnpaid
        guard excess > 0 else { return }
        claims.removeAll { claim in
            guard excess > 0, claim.isOver, claim.claimed == nil else { return false }
            excess -= 1
            return true
        }
    }
}
