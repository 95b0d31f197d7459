/// What is given without a finding: by a person, or by the policy when a deadline was missed (S090).
extension ClaimState {
    /// Proposes what a person gives, within the policy's caps and the line's budget. Once for each command.
    ///
    /// - Throws: a `Fault` for a ground or a sum that the policy does not allow.
    mutating func grant(_ gift: ClaimGift, _ amount: Money, by terms: ClaimTerms) throws(Fault) -> [ClaimEvent] {
        guard !claims.contains(where: { $0.gift?.identity == gift.identity }) else { return [] }
        let policy = terms.owed.policy.goodwill
        let grounds = policy?.grounds ?? []
        if let fault = terms.owed.policy.faultOfGoodwill(on: gift.ground) { throw fault }
        guard let policy, let ground = grounds.first(where: { $0.code == gift.ground }) else { return [] }
        guard amount.currency == terms.currency, amount.minorUnits > 0 else {
            throw Fault(field: "data.amount", problem: "is not a sum to give", expected: "more than 0 in \(terms.currency)")
        }
        let most = mostToGrant(policy, in: terms.currency)
        if let most, amount.minorUnits > most {
            throw Fault(field: "data.amount", problem: "is above what may be given", expected: "at most \(most) minor units")
        }
        grantCount = (grantCount ?? 0) + 1
        let lines = [AmountLine(tariff: gift.ground, amount: amount, source: ground.source)]
        return propose(gift, .granted, lines, number: "-G\(grantCount ?? 1)", by: terms)
    }

    /// Proposes what the policy gives for a missed deadline, up to its cap. Once for each breach.
    mutating func take(_ breach: Alert, by terms: ClaimTerms) -> [ClaimEvent] {
        guard let rule = terms.owed.policy.goodwill?.lateHandling, breach.threshold == 100, rule.clocks.value.contains(breach.clock),
            !claims.contains(where: { $0.gift?.identity == breach.alert })
        else { return [] }
        let currency = terms.currency
        let given = open(.lateHandling, in: currency)
        let left = rule.perComplaint.map { $0.value - given } ?? rule.sum.value
        var lines = [
            AmountLine(
                tariff: Self.lateHandling, amount: Money(minorUnits: rule.sum.value, currency: currency),
                source: rule.sum.source + "; deadline: " + breach.rule)
        ]
        if let cap = rule.perComplaint, rule.sum.value > left {
            let excess = Money(minorUnits: left - rule.sum.value, currency: currency)
            lines.append(AmountLine(tariff: AmountLine.cap, amount: excess, source: cap.source))
        }
        guard left > 0 else { return [] }
        breachCount = (breachCount ?? 0) + 1
        let gift = ClaimGift(
            ground: Self.lateHandling, by: ClaimGift.nobody, reason: .clear("deadline missed: \(breach.clock)"), identity: breach.alert)
        return propose(gift, .lateHandling, lines, number: "-L\(breachCount ?? 1)", by: terms)
    }

    /// The ground of what the policy gives for a missed deadline.
    static let lateHandling = "late-handling"

    private mutating func propose(
        _ gift: ClaimGift, _ kind: ClaimKind, _ lines: [AmountLine], number: String, by terms: ClaimTerms
    ) -> [ClaimEvent] {
        let sum = lines.reduce(0) { $0 + $1.amount.minorUnits }
        var claim = Claim(
            claim: ClaimNumber("R" + complaint.rawValue.dropFirst() + number), finding: nil, gift: gift, storedKind: kind,
            amount: Money(minorUnits: sum, currency: terms.currency), lines: lines, stage: .proposed)
        let events = propose(&claim, lines, account(by: terms), by: terms.offices)
        claims.append(claim)
        pruneUnpaid()
        return events
    }

    /// How much persons may still give, by the tightest of the caps; `nil` where nothing bounds it.
    private func mostToGrant(_ policy: GoodwillPolicy, in currency: String) -> Int64? {
        let given = open(.granted, in: currency)
        let earlier = PaidAccount(earlierPaid ?? [], currency: currency).granted
        let bounds = [
            policy.perGrant?.value, policy.perComplaint.map { $0.value - given }, policy.perLine.map { $0.value - given - earlier },
        ]
        return bounds.compactMap(\.self).min().map { max(0, $0) }
    }

    /// What of a kind is approved or may yet be: a proposal takes its part of the cap until it is declined.
    private func open(_ kind: ClaimKind, in currency: String) -> Int64 {
        let claims = claims.filter { $0.kind == kind && $0.amount.currency == currency && ($0.status == .proposed || $0.claimed != nil) }
        return claims.reduce(0) { $0 + $1.amount.minorUnits }
    }
}

/// What founds goodwill where no finding does: a person's grant, or the breach of a deadline.
public struct ClaimGift: Hashable, Sendable {
    public let ground: String
    public let by: ActorID
    /// Why, in the words of whoever gave it.
    public let reason: Reason
    /// The source and the id of the command, or the alert's id: what is told twice is given once.
    public let identity: String

    /// The maker of what the policy gives by itself.
    static let nobody = ActorID("sla-monitor")
}

extension ClaimGift: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        ground = try fields.required("ground")
        by = try fields.required("by")
        reason = try fields.required("reason")
        identity = try fields.required("identity")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("ground", ground)
        writer.write("by", by)
        writer.write("reason", reason)
        writer.write("identity", identity)
    }
}
