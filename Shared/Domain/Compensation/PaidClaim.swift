/// What a complaint has cost already, as a repeat of it has to know so that nothing is paid twice.
///
/// It counts from its approval: money on its way is as good as paid.
public struct PaidClaim: Hashable, Sendable {
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

extension PaidClaim: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        claim = try fields.required("claim")
        kind = try fields.required("kind")
        ground = try fields.optional("ground")
        cause = try fields.optional("cause")
        amount = try fields.required("amount")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("claim", claim)
        writer.write("kind", kind)
        writer.write("ground", ground)
        writer.write("cause", cause)
        writer.write("amount", amount)
    }
}

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
