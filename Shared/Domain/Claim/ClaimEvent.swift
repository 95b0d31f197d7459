/// What compensation says happened, on `redress.compensations`.
public enum ClaimEvent: Hashable, Sendable {
    case proposed(ClaimProposed)
    case approved(ClaimApproved)
    case declined(ClaimDeclined)
    case denied(ClaimDenied)
    case settlementRequested(SettlementRequested)
    case settled(ClaimSettled)
    case settlementFailed(SettlementFailed)
    case reversalRequested(ReversalRequested)
    case reversed(ClaimReversed)
    case reversalFailed(ReversalFailed)
    case commandRejected(CommandRejected)
}
