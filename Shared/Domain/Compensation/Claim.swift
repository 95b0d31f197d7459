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

/// How far a claim has come; of a complaint, how far the claim that most needs attention has.
public enum ClaimStatus: String, Codable, Sendable, CaseIterable {
    /// The complaint is not registered yet; findings that came before it wait.
    case unregistered
    /// Registered, and no liability has been found.
    case unclaimed
    /// A second person has to approve or decline.
    case proposed
    /// Billing is asked and has not answered.
    case settlementRequested = "settlement-requested"
    /// The last attempt failed; the next comes by itself.
    case settlementDelayed = "settlement-delayed"
    /// The last attempt failed, and a person has to act.
    case settlementFailed = "settlement-failed"
    case settled
    /// Billing is asked to take the payment back and has not answered.
    case reversalRequested = "reversal-requested"
    /// The payment could not be taken back, and a person has to act.
    case reversalFailed = "reversal-failed"
    case reversed
    case declined
    case denied
}

/// By which rules a complaint's claims are decided, and when.
///
/// What is owed goes by the policy the complaint was accepted under; who may decide and how billing is asked, by the one in force.
struct ClaimTerms {
    let owed: CompensationRules
    let offices: CompensationRules
    let now: Instant

    init(_ context: DecisionContext<PolicyVersions<CompensationRules>>, acceptedUnder version: PolicyVersion?) {
        owed = version.map { context.policy.pinned(to: $0).policy } ?? context.policy.current
        offices = context.policy.current
        now = context.now
    }

    var currency: String { owed.policy.currency.value }
    var settlement: SettlementPolicy { offices.policy.settlement }
}

/// How a claim is approved, declined and paid.
extension Claim {
    /// Whose claim it is, and what the settlement's rules and the time are.
    struct Account {
        let complaint: ComplaintNumber
        let line: LineReference
        let settlement: SettlementPolicy
        let now: Instant
    }

    /// Approves and asks billing to pay; by nobody where the policy does.
    mutating func approve(by actor: ActorID?, onBehalfOf absent: ActorID?, _ account: Account) -> [ClaimEvent] {
        [
            .approved(
                ClaimApproved(
                    complaint: account.complaint, claim: claim, amount: amount, by: actor, at: account.now, onBehalfOf: absent,
                    kind: kind, ground: ground, cause: cause)),
            request(attempt: 1, account),
        ]
    }

    mutating func decline(_ reason: Reason, by actor: ActorID, _ account: Account) -> ClaimEvent {
        stage = .declined
        return .declined(
            ClaimDeclined(complaint: account.complaint, claim: claim, reason: reason, by: actor, at: account.now))
    }

    /// Asks billing to pay, under the one key of all attempts.
    mutating func request(attempt: Int, _ account: Account) -> ClaimEvent {
        attempts += 1
        stage = .settlementRequested(
            attempt: attempt, answerDue: account.now.adding(account.settlement.answerTimeout.value.duration))
        return .settlementRequested(
            SettlementRequested(
                complaint: account.complaint, claim: claim, line: account.line, amount: amount, paymentKey: paymentKey,
                attempt: attempts, at: account.now))
    }

    mutating func settle(_ reference: String?, _ account: Account) -> ClaimEvent {
        stage = .settled(reference: reference)
        return .settled(
            ClaimSettled(
                complaint: account.complaint, claim: claim, amount: amount, paymentKey: paymentKey, reference: reference,
                at: account.now, statement: lines, kind: kind, liability: finding?.liability))
    }

    /// Counts an attempt as failed: another follows by itself where that can help, or, after the last, a person has to act.
    mutating func fail(_ attempt: Int, _ reason: Reason, code: String?, retryable: Bool, _ account: Account) -> ClaimEvent {
        let willRetry = retryable && attempt < account.settlement.attempts.value
        stage =
            willRetry
            ? .settlementDelayed(attempt: attempt, until: account.now.adding(account.settlement.wait(after: attempt)))
            : .settlementFailed
        return .settlementFailed(
            SettlementFailed(
                complaint: account.complaint, claim: claim, paymentKey: paymentKey, attempt: attempts, reason: reason,
                willRetry: willRetry, at: account.now, code: code))
    }

    /// What time alone brings: billing that did not answer in time, and the next attempt.
    mutating func attendToWhatIsDue(_ account: Account) -> [ClaimEvent] {
        var events: [ClaimEvent] = []
        if case .settlementRequested(let attempt, let answerDue) = stage, answerDue <= account.now {
            events.append(fail(attempt, Self.noAnswer, code: Self.noAnswerCode, retryable: true, account))
        }
        if case .settlementDelayed(let attempt, let until) = stage, until <= account.now {
            events.append(request(attempt: attempt + 1, account))
        }
        if case .reversalRequested(let reference, let answerDue) = stage, answerDue <= account.now {
            events.append(failReversal(Self.noAnswer, of: reference, account))
        }
        return events
    }

    static let noAnswer: Reason = "billing did not answer"
    static let noAnswerCode = "no-answer"
}

/// How a payment is taken back.
extension Claim {
    /// Asks billing to take the payment back.
    mutating func requestReversal(
        of reference: String?, because reason: Reason, by actor: ActorID, _ account: Account
    ) -> ClaimEvent {
        let attempt = (reversals ?? 0) + 1
        reversals = attempt
        stage = .reversalRequested(
            reference: reference, answerDue: account.now.adding(account.settlement.answerTimeout.value.duration))
        return .reversalRequested(
            ReversalRequested(
                complaint: account.complaint, claim: claim, line: account.line, amount: amount, paymentKey: paymentKey,
                reference: reference, attempt: attempt, reason: reason, by: actor, at: account.now))
    }

    mutating func reverse(_ reference: String?, _ account: Account) -> ClaimEvent {
        stage = .reversed
        return .reversed(
            ClaimReversed(
                complaint: account.complaint, claim: claim, amount: amount, paymentKey: paymentKey, reference: reference,
                at: account.now))
    }

    /// The customer still has the money; a person has to act.
    mutating func failReversal(_ reason: Reason, of reference: String?, _ account: Account) -> ClaimEvent {
        stage = .reversalFailed(reference: reference)
        return .reversalFailed(
            ReversalFailed(
                complaint: account.complaint, claim: claim, paymentKey: paymentKey, attempt: reversals ?? 1, reason: reason,
                at: account.now))
    }
}
