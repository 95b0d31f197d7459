/// Why a command cannot be given to a claim, in one sentence: how things stand, and what can be commanded now.
struct ClaimRefusal {
    let status: ClaimStatus
    let permitted: [ClaimCommand.Name]

    /// The command is none for this status.
    func impossible() -> Fault { Fault(field: "command", problem: "is not possible: \(standing)", expected: next) }

    /// The command has had its effect before.
    func done() -> Fault { Fault(field: "command", problem: "was given before: \(standing)", expected: next) }

    private var next: String { permitted.isEmpty ? "no further command" : Wording.either(permitted.map(\.rawValue)) }

    private var standing: String {
        switch status {
        case .unregistered: "no such complaint is registered"
        case .unclaimed: "no liability has been found"
        case .proposed: "the claim waits for approval"
        case .settlementRequested: "the claim is approved, and billing has been asked to pay"
        case .settlementDelayed: "billing could not pay and is asked again by itself"
        case .settlementFailed: "the claim is approved, and billing could not pay"
        case .settled: "the claim is paid"
        case .reversalRequested: "billing has been asked to take the payment back"
        case .reversalFailed: "billing could not take the payment back"
        case .reversed: "the payment was taken back"
        case .declined: "the claim is declined"
        case .denied: "nothing is owed"
        }
    }
}

extension CommandRejected {
    /// The refusal of a command to a claim.
    init(_ identity: CommandIdentity, of complaint: ComplaintNumber, meetingClaim status: ClaimStatus, fault: Fault, at now: Instant) {
        self.init(
            complaint: complaint, commandType: identity.type, commandSource: identity.source, commandID: identity.id,
            state: status.rawValue, fault: fault, at: now)
    }
}
