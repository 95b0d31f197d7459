/// Which claims of a complaint are not settled yet, and what it has cost, as far as compensation has said.
public struct ClaimLedger: Sendable, Equatable {
    public internal(set) var unsettled: [ClaimNumber] = []
    /// Whether compensation has spoken since the last finding of liability.
    public internal(set) var heardSinceFinding = false
    /// What was approved and not taken back, with what the complaints it repeats have cost; `nil` for nothing.
    public internal(set) var paid: [PaidClaim]? = nil

    /// Notes one event of a claim. A settlement that failed for good leaves the claim unsettled: a person has to act.
    mutating func note(_ event: ClaimEvent) {
        switch event {
        case .proposed(let claim): open(claim.claim)
        case .approved(let claim):
            open(claim.claim)
            note([PaidClaim(claim)])
        case .settlementRequested(let claim): open(claim.claim)
        case .settlementFailed(let claim): open(claim.claim)
        case .reversalRequested(let claim): open(claim.claim)
        case .settled(let claim): close(claim.claim)
        case .reversed(let claim):
            close(claim.claim)
            remove(claim.claim)
        // The customer still has the money; it stands in nobody's way.
        case .reversalFailed(let claim): close(claim.claim)
        case .declined(let claim): close(claim.claim)
        case .denied(let claim): close(claim.claim)
        case .commandRejected: break
        }
    }

    /// Takes over what earlier complaints have cost.
    mutating func note(_ claims: [PaidClaim]) {
        guard !claims.isEmpty else { return }
        paid = paid ?? []
        paid?.note(claims)
    }

    private mutating func remove(_ claim: ClaimNumber) {
        paid?.removeAll { $0.claim == claim }
        if paid?.isEmpty == true { paid = nil }
    }

    private mutating func open(_ claim: ClaimNumber) {
        heardSinceFinding = true
        if !unsettled.contains(claim) { unsettled.append(claim) }
    }

    private mutating func close(_ claim: ClaimNumber) {
        heardSinceFinding = true
        unsettled.removeAll { $0 == claim }
    }
}

extension PaidClaim {
    init(_ claim: ClaimApproved) {
        self.init(
            complaint: claim.complaint, claim: claim.claim, kind: claim.kind ?? .liability, ground: claim.ground, cause: claim.cause,
            amount: claim.amount)
    }
}

extension ClaimEvent {
    var complaint: ComplaintNumber {
        switch self {
        case .proposed(let claim): claim.complaint
        case .approved(let claim): claim.complaint
        case .declined(let claim): claim.complaint
        case .denied(let claim): claim.complaint
        case .settlementRequested(let claim): claim.complaint
        case .settled(let claim): claim.complaint
        case .settlementFailed(let claim): claim.complaint
        case .reversalRequested(let claim): claim.complaint
        case .reversed(let claim): claim.complaint
        case .reversalFailed(let claim): claim.complaint
        case .commandRejected(let refusal): refusal.complaint
        }
    }
}

extension ClaimLedger: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        unsettled = try fields.required("unsettled")
        heardSinceFinding = try fields.required("heardSinceFinding")
        paid = try fields.optional("paid")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("unsettled", unsettled)
        writer.write("heardSinceFinding", heardSinceFinding)
        writer.write("paid", paid)
    }
}
