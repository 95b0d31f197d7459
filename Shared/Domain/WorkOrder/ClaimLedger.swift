/// Which claims of a complaint are not settled yet, as far as compensation has said.
public struct ClaimLedger: Codable, Sendable, Equatable {
    public internal(set) var unsettled: [ClaimNumber] = []
    /// Whether compensation has spoken since the last finding of liability.
    public internal(set) var heardSinceFinding = false

    /// Notes one event of a claim. A settlement that failed for good leaves the claim unsettled: a person has to act.
    mutating func note(_ event: ClaimEvent) {
        switch event {
        case .proposed(let claim): open(claim.claim)
        case .approved(let claim): open(claim.claim)
        case .settlementRequested(let claim): open(claim.claim)
        case .settlementFailed(let claim): open(claim.claim)
        case .settled(let claim): close(claim.claim)
        case .declined(let claim): close(claim.claim)
        case .denied(let claim): close(claim.claim)
        case .commandRejected: break
        }
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
        case .commandRejected(let refusal): refusal.complaint
        }
    }
}
