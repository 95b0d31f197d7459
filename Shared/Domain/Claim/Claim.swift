/// One decision to refund or compensate, from what founds it to the payment.
public struct Claim: Codable, Sendable, Equatable {
    public let claim: ClaimNumber
    /// The finding it was calculated from, whose author may not approve it; `nil` for goodwill that no finding founds.
    public let finding: WorkOrderLiabilityFound?
    /// What founds it where no finding does.
    public internal(set) var gift: ClaimGift? = nil
    /// `nil` in documents of former releases.
    public internal(set) var storedKind: ClaimKind? = nil
    /// The matter, where the finding or the policy names one.
    public internal(set) var cause: String? = nil
    /// Zero where it was denied.
    public let amount: Money
    /// The reasons, which the customer is told with the payment (S108).
    public internal(set) var lines: [AmountLine]? = nil
    public internal(set) var stage: Stage
    /// How often billing has been asked to pay.
    public internal(set) var attempts = 0
    /// How often billing has been asked to take the payment back.
    public internal(set) var reversals: Int? = nil

    /// Where a claim stands, with what only that place has.
    public enum Stage: Codable, Sendable, Equatable {
        case proposed
        /// - Parameter attempt: from 1; a person who asks for another attempt starts at 1 again.
        case settlementRequested(attempt: Int, answerDue: Instant)
        case settlementDelayed(attempt: Int, until: Instant)
        case settlementFailed
        case settled(reference: String?)
        case reversalRequested(reference: String?, answerDue: Instant)
        case reversalFailed(reference: String?)
        case reversed
        case declined
        case denied
    }

    private enum CodingKeys: String, CodingKey {
        case claim, finding, gift, cause, amount, lines, stage, attempts, reversals
        case storedKind = "kind"
    }

    public var status: ClaimStatus {
        switch stage {
        case .proposed: .proposed
        case .settlementRequested: .settlementRequested
        case .settlementDelayed: .settlementDelayed
        case .settlementFailed: .settlementFailed
        case .settled: .settled
        case .reversalRequested: .reversalRequested
        case .reversalFailed: .reversalFailed
        case .reversed: .reversed
        case .declined: .declined
        case .denied: .denied
        }
    }

    public var kind: ClaimKind { storedKind ?? (finding?.liability == .operatorAtFault ? .liability : .goodwill) }

    /// The reason code it was calculated on.
    public var ground: String? { finding?.ground ?? gift?.ground }

    /// Who made it, and so may not decide it.
    public var maker: ActorID { finding?.by ?? gift?.by ?? ClaimGift.nobody }

    /// One key for all attempts, so that billing pays once.
    public var paymentKey: String { claim.rawValue }

    /// Whether nothing can happen to it by itself any more.
    var isOver: Bool {
        switch stage {
        case .settled, .reversed, .declined, .denied: true
        case .proposed, .settlementRequested, .settlementDelayed, .settlementFailed, .reversalRequested, .reversalFailed: false
        }
    }

    /// What is approved and so paid or on its way; `nil` for a claim that pays nothing, not yet, or no longer.
    var claimed: Money? {
        switch stage {
        case .settlementRequested, .settlementDelayed, .settlementFailed, .settled, .reversalRequested, .reversalFailed: amount
        case .proposed, .reversed, .declined, .denied: nil
        }
    }

    /// When something happens without any message.
    var due: Instant? {
        switch stage {
        case .settlementRequested(_, let answerDue), .reversalRequested(_, let answerDue): answerDue
        case .settlementDelayed(_, let until): until
        case .proposed, .settlementFailed, .settled, .reversalFailed, .reversed, .declined, .denied: nil
        }
    }
}
