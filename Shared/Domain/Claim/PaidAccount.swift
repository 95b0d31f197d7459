/// What earlier complaints have cost, sorted by what it was for.
struct PaidAccount {
    private let paid: [PaidClaim]

    init(_ paid: [PaidClaim], currency: String) {
        self.paid = paid.filter { $0.amount.currency == currency }
    }

    /// What was paid for the same: of the same named matter, or, where none is named, on the same ground.
    ///
    /// Within one complaint the latest finding holds on whatever ground, so what was paid there for its unnamed matter was in the end paid
    /// on the ground of the last of those claims.
    func of(kind: ClaimKind, ground: String?, cause: String?) -> [PaidClaim] {
        let kindred = paid.filter { $0.kind == kind && $0.cause == cause }
        guard cause == nil, kind == .liability else { return kindred }
        var lastGround: [ComplaintNumber: String?] = [:]
        for claim in kindred { lastGround[claim.complaint] = .some(claim.ground) }
        return kindred.filter { lastGround[$0.complaint] == .some(ground) }
    }

    /// What persons have given.
    var granted: Int64 { paid.lazy.filter { $0.kind == .granted }.reduce(0) { $0 + $1.amount.minorUnits } }
}
