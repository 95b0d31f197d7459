/// One decision to refund or compensate, from what founds it to the payment.
public struct Claim: Sendable, Equatable {
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
    public enum Stage: Sendable, Equatable {
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

extension Claim: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        claim = try fields.required("claim")
        finding = try fields.optional("finding")
        gift = try fields.optional("gift")
        storedKind = try fields.optional("kind")
        cause = try fields.optional("cause")
        amount = try fields.required("amount")
        lines = try fields.optional("lines")
        stage = try fields.required("stage")
        attempts = try fields.required("attempts")
        reversals = try fields.optional("reversals")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("claim", claim)
        writer.write("finding", finding)
        writer.write("gift", gift)
        writer.write("kind", storedKind)
        writer.write("cause", cause)
        writer.write("amount", amount)
        writer.write("lines", lines)
        writer.write("stage", stage)
        writer.write("attempts", attempts)
        writer.write("reversals", reversals)
    }
}

extension Claim.Stage: DocumentValue {
    public init<Reader: ValueReader>(from reader: Reader) throws(Fault) {
        var (name, fields) = try reader.enumeration()
        switch name {
        case "proposed": self = .proposed
        case "settlementRequested":
            self = .settlementRequested(
                attempt: try fields.required("attempt"), answerDue: try fields.required("answerDue"))
        case "settlementDelayed": self = .settlementDelayed(attempt: try fields.required("attempt"), until: try fields.required("until"))
        case "settlementFailed": self = .settlementFailed
        case "settled": self = .settled(reference: try fields.optional("reference"))
        case "reversalRequested":
            self = .reversalRequested(
                reference: try fields.optional("reference"), answerDue: try fields.required("answerDue"))
        case "reversalFailed": self = .reversalFailed(reference: try fields.optional("reference"))
        case "reversed": self = .reversed
        case "declined": self = .declined
        case "denied": self = .denied
        default: throw Fault.meaningless
        }
    }

    public func write<Writer: DocumentWriter>(to writer: Writer) {
        switch self {
        case .proposed: writer.writeCase("proposed")
        case .settlementRequested(let attempt, let answerDue):
            writer.writeCase("settlementRequested", ("attempt", attempt), ("answerDue", answerDue))
        case .settlementDelayed(let attempt, let until): writer.writeCase("settlementDelayed", ("attempt", attempt), ("until", until))
        case .settlementFailed: writer.writeCase("settlementFailed")
        case .settled(let reference): writer.writeCase("settled", ("reference", reference))
        case .reversalRequested(let reference, let answerDue):
            writer.writeCase("reversalRequested", ("reference", reference), ("answerDue", answerDue))
        case .reversalFailed(let reference): writer.writeCase("reversalFailed", ("reference", reference))
        case .reversed: writer.writeCase("reversed")
        case .declined: writer.writeCase("declined")
        case .denied: writer.writeCase("denied")
        }
    }
}
