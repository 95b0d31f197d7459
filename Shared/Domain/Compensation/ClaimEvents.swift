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

/// What a claim is based on. Each kind has caps and a total of its own, so that the order in which topics are read cannot matter.
public enum ClaimKind: String, DocumentWord, Sendable, CaseIterable {
    /// What is owed: the operator is at fault, or refunds first and verifies later (S198).
    case liability
    /// What the policy gives where the operator is not shown to be at fault (S198).
    case goodwill
    /// What the policy gives because a deadline was missed (S090).
    case lateHandling = "late-handling"
    /// What a person gives, within caps (S090).
    case granted
}

/// One reason with its amount; the lines of a claim add up to its amount.
public struct AmountLine: Hashable, Sendable {
    /// The tariff's name, such as `wrong-charge`, `cap`, `offset`.
    public let tariff: String
    /// Signed: an offset or a cap is below zero.
    public let amount: Money
    /// The rule it comes from, such as `Telecom Regulations art. 31`.
    public let source: String
}

extension AmountLine: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        tariff = try fields.required("tariff")
        amount = try fields.required("amount")
        source = try fields.required("source")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("tariff", tariff)
        writer.write("amount", amount)
        writer.write("source", source)
    }
}

/// An amount was calculated, with its reasons; small ones are approved at once, others wait for a second person (S090, S198).
public struct ClaimProposed: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let claim: ClaimNumber
    /// `nil` for goodwill that no finding founds.
    public let liability: Liability?
    public let amount: Money
    public let lines: [AmountLine]
    /// The authority band the amount falls in.
    public let band: String
    public let approvalRequired: Bool
    /// Who proposed it: the maker, who may not approve it.
    public let by: ActorID
    public let at: Instant
    public internal(set) var kind: ClaimKind? = nil
    public internal(set) var ground: String? = nil
    public internal(set) var cause: String? = nil
}

extension ClaimProposed: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        claim = try fields.required("claim")
        liability = try fields.optional("liability")
        amount = try fields.required("amount")
        lines = try fields.required("lines")
        band = try fields.required("band")
        approvalRequired = try fields.required("approvalRequired")
        by = try fields.required("by")
        at = try fields.required("at")
        kind = try fields.optional("kind")
        ground = try fields.optional("ground")
        cause = try fields.optional("cause")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("claim", claim)
        writer.write("liability", liability)
        writer.write("amount", amount)
        writer.write("lines", lines)
        writer.write("band", band)
        writer.write("approvalRequired", approvalRequired)
        writer.write("by", by)
        writer.write("at", at)
        writer.write("kind", kind)
        writer.write("ground", ground)
        writer.write("cause", cause)
    }
}

/// A person within the authority band, other than the maker, approved; or the policy did. From here on the money counts as paid.
public struct ClaimApproved: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let claim: ClaimNumber
    public let amount: Money
    /// `nil` where the band needs no person.
    public let by: ActorID?
    public let at: Instant
    /// Whose authority it was, where a deputy approved.
    public internal(set) var onBehalfOf: ActorID? = nil
    public internal(set) var kind: ClaimKind? = nil
    public internal(set) var ground: String? = nil
    public internal(set) var cause: String? = nil
}

extension ClaimApproved: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        claim = try fields.required("claim")
        amount = try fields.required("amount")
        by = try fields.optional("by")
        at = try fields.required("at")
        onBehalfOf = try fields.optional("onBehalfOf")
        kind = try fields.optional("kind")
        ground = try fields.optional("ground")
        cause = try fields.optional("cause")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("claim", claim)
        writer.write("amount", amount)
        writer.write("by", by)
        writer.write("at", at)
        writer.write("onBehalfOf", onBehalfOf)
        writer.write("kind", kind)
        writer.write("ground", ground)
        writer.write("cause", cause)
    }
}

/// An approver declined, or a later finding replaced what nobody had decided; then it is by whoever found that.
public struct ClaimDeclined: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let claim: ClaimNumber
    public let reason: Reason
    public let by: ActorID
    public let at: Instant

    /// The code under which the templates have words for it; the person's own reason is the desk's to read.
    static let word = "not-approved"

    /// Whether a later finding took its place: then that one's end is what the customer hears.
    var isReplaced: Bool { reason == ClaimState.replaced }
}

extension ClaimDeclined: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        claim = try fields.required("claim")
        reason = try fields.required("reason")
        by = try fields.required("by")
        at = try fields.required("at")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("claim", claim)
        writer.write("reason", reason)
        writer.write("by", by)
        writer.write("at", at)
    }
}

/// Nothing is owed: the operator is not at fault, the ground gives no amount, or all of it has been claimed already.
public struct ClaimDenied: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let claim: ClaimNumber
    public let liability: Liability
    /// In words for the people who found it.
    public let reason: String
    public let at: Instant
    /// For the customer, whom the templates tell it in their own language; `nil` in events of former releases.
    public internal(set) var code: DenialReason? = nil
    /// The ground of the finding, where it names one.
    public internal(set) var ground: String? = nil
}

extension ClaimDenied: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        claim = try fields.required("claim")
        liability = try fields.required("liability")
        reason = try fields.required("reason")
        at = try fields.required("at")
        code = try fields.optional("code")
        ground = try fields.optional("ground")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("claim", claim)
        writer.write("liability", liability)
        writer.write("reason", reason)
        writer.write("at", at)
        writer.write("code", code)
        writer.write("ground", ground)
    }
}

/// Why nothing is owed, as a code that the templates have words for in each language (S108, S198).
public enum DenialReason: String, DocumentWord, Sendable, CaseIterable {
    case notAtFault = "not-at-fault"
    /// Nobody can say whose fault it was, and the policy gives nothing then.
    case unclear
    /// The ground gives nothing in the circumstances that were found, such as a fault of the customer's own terminal.
    case excluded
    /// The ground is given beyond a limit, or within one, which the finding does not meet.
    case limitNotMet = "limit-not-met"
    /// The finding's figures come to nothing.
    case nothingOwed = "nothing-owed"
    /// Refunded or credited elsewhere already.
    case alreadyHad = "already-had"
    /// Claimed before, on this complaint or the one it repeats.
    case alreadyClaimed = "already-claimed"
    /// The finding itself cannot be calculated from: the desk has to mend it, and no customer hears of it.
    case findingUnusable = "finding-unusable"

    /// Whether what it means depends on the ground, so that the words are the ground's.
    var isOfGround: Bool { self == .excluded || self == .limitNotMet }

    /// The code under which the templates have its words, such as `limit-not-met/late-repair`.
    public func word(of ground: String?) -> String {
        guard isOfGround, let ground else { return rawValue }
        return rawValue + "/" + ground
    }
}

/// Billing is asked to pay; the key makes asking twice harmless.
public struct SettlementRequested: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let claim: ClaimNumber
    public let line: LineReference
    public let amount: Money
    /// Unique for each payment; billing pays a key once.
    public let paymentKey: String
    /// From 1.
    public let attempt: Int
    public let at: Instant
}

extension SettlementRequested: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        claim = try fields.required("claim")
        line = try fields.required("line")
        amount = try fields.required("amount")
        paymentKey = try fields.required("paymentKey")
        attempt = try fields.required("attempt")
        at = try fields.required("at")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("claim", claim)
        writer.write("line", line)
        writer.write("amount", amount)
        writer.write("paymentKey", paymentKey)
        writer.write("attempt", attempt)
        writer.write("at", at)
    }
}

/// Billing has paid. It carries the statement the customer gets in writing: what was paid, for what, by which rule (S108).
public struct ClaimSettled: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let claim: ClaimNumber
    public let amount: Money
    public let paymentKey: String
    /// The reference billing gave.
    public let reference: String?
    public let at: Instant
    /// The reasons; they add up to the amount.
    public internal(set) var statement: [AmountLine]? = nil
    public internal(set) var kind: ClaimKind? = nil
    public internal(set) var liability: Liability? = nil
}

extension ClaimSettled: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        claim = try fields.required("claim")
        amount = try fields.required("amount")
        paymentKey = try fields.required("paymentKey")
        reference = try fields.optional("reference")
        at = try fields.required("at")
        statement = try fields.optional("statement")
        kind = try fields.optional("kind")
        liability = try fields.optional("liability")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("claim", claim)
        writer.write("amount", amount)
        writer.write("paymentKey", paymentKey)
        writer.write("reference", reference)
        writer.write("at", at)
        writer.write("statement", statement)
        writer.write("kind", kind)
        writer.write("liability", liability)
    }
}

/// Billing could not pay, or did not answer; a named state, not a log line.
public struct SettlementFailed: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let claim: ClaimNumber
    public let paymentKey: String
    /// From 1.
    public let attempt: Int
    public let reason: Reason
    /// Whether it will be tried again by itself.
    public let willRetry: Bool
    public let at: Instant
    /// The failure by the policy's name, where billing gave one; `no-answer` where it did not answer.
    public internal(set) var code: String? = nil
}

extension SettlementFailed: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        claim = try fields.required("claim")
        paymentKey = try fields.required("paymentKey")
        attempt = try fields.required("attempt")
        reason = try fields.required("reason")
        willRetry = try fields.required("willRetry")
        at = try fields.required("at")
        code = try fields.optional("code")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("claim", claim)
        writer.write("paymentKey", paymentKey)
        writer.write("attempt", attempt)
        writer.write("reason", reason)
        writer.write("willRetry", willRetry)
        writer.write("at", at)
        writer.write("code", code)
    }
}

/// Billing is asked to take a payment back.
public struct ReversalRequested: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let claim: ClaimNumber
    public let line: LineReference
    public let amount: Money
    /// The key it was paid under.
    public let paymentKey: String
    /// The reference of the payment.
    public let reference: String?
    /// From 1.
    public let attempt: Int
    public let reason: Reason
    public let by: ActorID
    public let at: Instant
}

extension ReversalRequested: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        claim = try fields.required("claim")
        line = try fields.required("line")
        amount = try fields.required("amount")
        paymentKey = try fields.required("paymentKey")
        reference = try fields.optional("reference")
        attempt = try fields.required("attempt")
        reason = try fields.required("reason")
        by = try fields.required("by")
        at = try fields.required("at")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("claim", claim)
        writer.write("line", line)
        writer.write("amount", amount)
        writer.write("paymentKey", paymentKey)
        writer.write("reference", reference)
        writer.write("attempt", attempt)
        writer.write("reason", reason)
        writer.write("by", by)
        writer.write("at", at)
    }
}

/// Billing has taken the payment back: the claim counts as paid no longer.
public struct ClaimReversed: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let claim: ClaimNumber
    public let amount: Money
    public let paymentKey: String
    /// The reference billing gave.
    public let reference: String?
    public let at: Instant
}

extension ClaimReversed: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        claim = try fields.required("claim")
        amount = try fields.required("amount")
        paymentKey = try fields.required("paymentKey")
        reference = try fields.optional("reference")
        at = try fields.required("at")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("claim", claim)
        writer.write("amount", amount)
        writer.write("paymentKey", paymentKey)
        writer.write("reference", reference)
        writer.write("at", at)
    }
}

/// Billing could not take the payment back, or did not answer: the customer still has it, and a person has to act.
public struct ReversalFailed: Hashable, Sendable {
    public let complaint: ComplaintNumber
    public let claim: ClaimNumber
    public let paymentKey: String
    /// From 1.
    public let attempt: Int
    public let reason: Reason
    public let at: Instant
}

extension ReversalFailed: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        claim = try fields.required("claim")
        paymentKey = try fields.required("paymentKey")
        attempt = try fields.required("attempt")
        reason = try fields.required("reason")
        at = try fields.required("at")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("claim", claim)
        writer.write("paymentKey", paymentKey)
        writer.write("attempt", attempt)
        writer.write("reason", reason)
        writer.write("at", at)
    }
}
