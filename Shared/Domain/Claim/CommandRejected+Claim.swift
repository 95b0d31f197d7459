extension CommandRejected {
    /// The refusal of a command to a claim.
    init(_ identity: CommandIdentity, of complaint: ComplaintNumber, meetingClaim status: ClaimStatus, fault: Fault, at now: Instant) {
        self.init(
            complaint: complaint, commandType: identity.type, commandSource: identity.source, commandID: identity.id,
            state: status.rawValue, fault: fault, at: now)
    }
}
