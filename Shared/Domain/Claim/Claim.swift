/// One decision to refund or compensate, from a finding of liability to the payment.
public struct Claim: Codable, Sendable, Equatable {
    public let claim: ClaimNumber
    /// The finding it was reckoned from, whose author may not approve it.
    public let finding: WorkOrderLiabilityFound
    /// Zero where it was denied.
    public let amount: Money
    public internal(set) var stage: Stage
    /// How often billing has been asked.
    public internal(set) var attempts = 0

    /// Where a claim stands, with what only that place has.
    public enum Stage: Codable, Sendable, Equatable {
        case proposed
        /// - Parameter attempt: from 1; a person who asks for another attempt starts at 1 again.
        case settlementRequested(attempt: Int, answerDue: Instant)
        case settlementDelayed(attempt: Int, until: Instant)
        case settlementFailed
        case settled(reference: String?)
        case declined
        case denied
    }

    public var status: ClaimStatus {
        switch stage {
        case .proposed: .proposed
        case .settlementRequested: .settlementRequested
        case .settlementDelayed: .settlementDelayed
        case .settlementFailed: .settlementFailed
        case .settled: .settled
        case .declined: .declined
        case .denied: .denied
        }
    }

    /// One key for all attempts, so that billing pays once.
    public var paymentKey: String { claim.rawValue }

    /// Whether nothing can happen to it any more.
    var isOver: Bool {
        switch stage {
        case .settled, .declined, .denied: true
        case .proposed, .settlementRequested, .settlementDelayed, .settlementFailed: false
        }
    }

    /// What is approved and so paid or on its way; `nil` for a claim that pays nothing, or not yet.
    var claimed: Money? {
        switch stage {
        case .settlementRequested, .settlementDelayed, .settlementFailed, .settled: amount
        case .proposed, .declined, .denied: nil
        }
    }

    /// When something happens without any message.
    var due: Instant? {
        switch stage {
        case .settlementRequested(_, let answerDue): answerDue
        case .settlementDelayed(_, let until): until
        case .proposed, .settlementFailed, .settled, .declined, .denied: nil
        }
    }
}
