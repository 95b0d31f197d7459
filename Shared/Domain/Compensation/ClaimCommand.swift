/// What approvers and billing may say of a complaint's claims.
///
/// Messages of former releases name no claim; then the one that fits is meant, and where several fit the command is refused.
///
/// This file is the description of the commands: the case, its name, what is said of it, and its fields. ``Claim`` decides.
public enum ClaimCommand: DescribedCommand {
    case approve(claim: ClaimNumber? = nil)
    case decline(claim: ClaimNumber? = nil, reason: Reason)
    /// A person gives what is not owed (S090).
    case grantGoodwill(ground: String, amount: Money, reason: Reason)
    /// Billing paid.
    case confirmSettlement(paymentKey: String, reference: String?)
    /// Billing could not pay; `attempt` is the one it was asked for, `code` a failure of the policy.
    case failSettlement(paymentKey: String, attempt: Int? = nil, code: String? = nil, reason: Reason)
    /// A person asks for another attempt after the last one, whose number `attempt` is, failed for good.
    case retrySettlement(claim: ClaimNumber? = nil, attempt: Int? = nil)
    /// A person wants a payment back; `attempt` is which time it is asked for, from 1.
    case reverseSettlement(claim: ClaimNumber, attempt: Int? = nil, reason: Reason)
    /// Billing has the money back.
    case confirmReversal(paymentKey: String, reference: String?)
    /// Billing could not get it back.
    case failReversal(paymentKey: String, attempt: Int? = nil, reason: Reason)
}

extension ClaimCommand {
    /// A command without what it carries.
    public enum Name: String, CommandName {
        case approve
        case decline
        case grantGoodwill = "grant-goodwill"
        case confirmSettlement = "confirm-settlement"
        case failSettlement = "fail-settlement"
        case retrySettlement = "retry-settlement"
        case reverseSettlement = "reverse-settlement"
        case confirmReversal = "confirm-reversal"
        case failReversal = "fail-reversal"

        public typealias Command = ClaimCommand
        public static let subject = "compensation"
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

    /// Which claims of its complaint a command is about.
    enum Target {
        case claim(ClaimNumber)
        /// The one claim that waits for a decision.
        case proposed
        /// Those that billing could not pay.
        case unpaid
        case payment(key: String)
        /// None: it makes one.
        case newClaim
    }

    var target: Target {
        switch self {
        case .approve(let claim), .decline(let claim, _): claim.map { .claim($0) } ?? .proposed
        case .retrySettlement(let claim, _): claim.map { .claim($0) } ?? .unpaid
        case .reverseSettlement(let claim, _, _): .claim(claim)
        case .confirmSettlement(let key, _), .failSettlement(let key, _, _, _), .confirmReversal(let key, _), .failReversal(let key, _, _):
            .payment(key: key)
        case .grantGoodwill: .newClaim
        }
    }
}

extension ClaimCommand.Name {
    public var about: CommandDescription {
        switch self {
        case .approve:
            .init(
                "Approve the claim", "Approve the claim, within one's authority; not by who found the liability.", rules: "S198",
                from: .approver)
        case .decline: .init("Decline the claim", "Decline the claim.", from: .approver)
        case .grantGoodwill:
            .init(
                "Give what is not owed", "Give the customer what is not owed, within caps; another person approves.", rules: "S090",
                from: .approver)
        case .confirmSettlement: .init("Billing paid", "Billing says that it has paid.", from: .billing)
        case .failSettlement: .init("Billing could not pay", "Billing says that it could not pay.", from: .billing)
        case .retrySettlement:
            .init("Pay again", "Have billing asked once more after the last attempt failed for good.", from: .approver)
        case .reverseSettlement:
            .init("Take the payment back", "Have billing take a payment back; not by who found the liability.", from: .approver)
        case .confirmReversal:
            .init("Billing has the payment back", "Billing says that it has taken the payment back.", from: .billing)
        case .failReversal:
            .init("Billing could not take the payment back", "Billing says that it could not take the payment back.", from: .billing)
        }
    }
}

extension ClaimCommand {
    public static func read(_ name: Name, from fields: inout some CommandFields) throws(Fault) -> ClaimCommand {
        switch name {
        case .approve: .approve(claim: try claim(&fields))
        case .decline: .decline(claim: try claim(&fields), reason: try fields.reason("超出授权"))
        case .grantGoodwill:
            .grantGoodwill(
                ground: try fields.code("ground", "For what, a code of the compensation policy.", "late-handling", .goodwillGround),
                amount: try fields.amount("amount", "What is given.", "5000"), reason: try fields.reason("答复迟了三天"))
        case .confirmSettlement: .confirmSettlement(paymentKey: try paymentKey(&fields), reference: try billingReference(&fields))
        case .failSettlement:
            .failSettlement(
                paymentKey: try paymentKey(&fields), attempt: try failedAttempt(&fields),
                code: try fields.optionalCode(
                    "code", "The failure, a code of the policy, which says whether trying again can help.", "account-closed"),
                reason: try fields.reason("账户已销户"))
        case .retrySettlement:
            .retrySettlement(claim: try claim(&fields), attempt: try attempt("The attempt that failed last.", &fields))
        case .reverseSettlement:
            .reverseSettlement(
                claim: ClaimNumber(try fields.code("claim", "The claim that was paid.", "R20260302003000127-1", .claim)),
                attempt: try attempt("Which time it is asked for, so that a repetition changes nothing.", &fields),
                reason: try fields.reason("退到了错误的账户"))
        case .confirmReversal: .confirmReversal(paymentKey: try paymentKey(&fields), reference: try billingReference(&fields))
        case .failReversal:
            .failReversal(
                paymentKey: try paymentKey(&fields), attempt: try failedAttempt(&fields), reason: try fields.reason("账户已销户"))
        }
    }

    private static func claim(_ fields: inout some CommandFields) throws(Fault) -> ClaimNumber? {
        try fields.optionalCode("claim", "The claim that is meant; else whichever fits.", "R20260302003000127-1", .claim)
            .map { ClaimNumber($0) }
    }

    private static func paymentKey(_ fields: inout some CommandFields) throws(Fault) -> String {
        try fields.reference("paymentKey", "The payment it is about; billing pays a key once.", "R20260302003000127-P1")
    }

    private static func billingReference(_ fields: inout some CommandFields) throws(Fault) -> String? {
        try fields.optionalCode("reference", "The reference billing gave.", "B-99", .remark)
    }

    private static func failedAttempt(_ fields: inout some CommandFields) throws(Fault) -> Int? {
        try attempt("Which attempt it is about; late word of an earlier one changes nothing.", &fields)
    }

    private static func attempt(_ help: String, _ fields: inout some CommandFields) throws(Fault) -> Int? {
        try fields.optionalNumber("attempt", in: 1...100_000, help, "1")
    }
}
