extension ClaimCommand {
    /// A command without what it carries: for lists of what may be asked now.
    public enum Name: String, Sendable, CaseIterable {
        case approve
        case decline
        case grantGoodwill = "grant-goodwill"
        case confirmSettlement = "confirm-settlement"
        case failSettlement = "fail-settlement"
        case retrySettlement = "retry-settlement"
        case reverseSettlement = "reverse-settlement"
        case confirmReversal = "confirm-reversal"
        case failReversal = "fail-reversal"
    }

    public var name: Name {
        switch self {
        case .approve: .approve
        case .decline: .decline
        case .grantGoodwill: .grantGoodwill
        case .confirmSettlement: .confirmSettlement
        case .failSettlement: .failSettlement
        case .retrySettlement: .retrySettlement
        case .reverseSettlement: .reverseSettlement
        case .confirmReversal: .confirmReversal
        case .failReversal: .failReversal
        }
    }

    /// The claim it names.
    var claim: ClaimNumber? {
        switch self {
        case .approve(let claim), .decline(let claim, _), .retrySettlement(let claim, _): claim
        case .reverseSettlement(let claim, _, _): claim
        case .grantGoodwill, .confirmSettlement, .failSettlement, .confirmReversal, .failReversal: nil
        }
    }
}
