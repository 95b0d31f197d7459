/// The types of commands that approvers and billing publish on `redress.compensation-commands`.
public enum ClaimCommandType: String, Sendable, CaseIterable {
    case approve = "redress.compensation.approve.v1"
    case decline = "redress.compensation.decline.v1"
    case grantGoodwill = "redress.compensation.grant-goodwill.v1"
    case confirmSettlement = "redress.compensation.confirm-settlement.v1"
    case failSettlement = "redress.compensation.fail-settlement.v1"
    case retrySettlement = "redress.compensation.retry-settlement.v1"
    case reverseSettlement = "redress.compensation.reverse-settlement.v1"
    case confirmReversal = "redress.compensation.confirm-reversal.v1"
    case failReversal = "redress.compensation.fail-reversal.v1"
}
