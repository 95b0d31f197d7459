/// What a finding of liability makes of a complaint's claims.
extension ClaimState {
    /// Calculates what a finding is worth and proposes what has not been claimed yet, or denies it with the reason. Once for each finding.
    ///
    /// Of one matter the latest finding holds: what an earlier one proposed and nobody approved is declined, what was approved is taken
    /// off. Authority goes by all that the complaint will have cost, so that no large sum passes in small steps.
    mutating func take(_ finding: WorkOrderLiabilityFound, by terms: ClaimTerms) -> [ClaimEvent] {
        guard !claims.contains(where: { $0.finding == finding }) else { return [] }
        let account = account(by: terms)
        let cause = terms.owed.cause(of: finding)
        var events: [ClaimEvent] = []
        for index in claims.indices where isReplaced(claims[index], by: finding, about: cause) {
            events.append(claims[index].decline(Self.replaced, by: finding.by, account))
        }
        count += 1
        let number = ClaimNumber("R" + complaint.rawValue.dropFirst() + "-" + String(count))
        do {
            let worth = try terms.owed.worth(of: finding, in: province)
            let lines = try newLines(worth, for: finding, about: cause, by: terms)
            let amount = Money(minorUnits: try Self.sum(of: lines), currency: terms.currency)
            var claim = Claim(
                claim: number, finding: finding, storedKind: worth.kind, cause: cause, amount: amount, lines: lines, stage: .proposed)
            events += propose(&claim, lines, account, by: terms.offices)
            claims.append(claim)
        } catch {
            let nothing = Money(minorUnits: 0, currency: terms.currency)
            claims.append(Claim(claim: number, finding: finding, cause: cause, amount: nothing, stage: .denied))
            events.append(
                .denied(
                    ClaimDenied(
                        complaint: complaint, claim: number, liability: finding.liability, reason: error.reason, at: terms.now,
                        code: error.code, ground: finding.ground)))
        }
        pruneUnpaid()
        return events
    }

    /// Why a proposal that nobody has decided ends when the next finding comes.
    static let replaced = "replaced by a later finding"

    /// A finding replaces what was found of the same matter; one that names no ground speaks of the whole complaint.
    private func isReplaced(_ claim: Claim, by finding: WorkOrderLiabilityFound, about cause: String?) -> Bool {
        guard claim.status == .proposed, claim.finding != nil else { return false }
        return claim.cause == cause || (finding.ground == nil && cause == nil)
    }

    /// Proposes a claim; where its band needs no person, approves it and asks billing to pay.
    func propose(
        _ claim: inout Claim, _ lines: [AmountLine], _ account: Claim.Account, by offices: CompensationRules
    ) -> [ClaimEvent] {
        let band = offices.band(for: total(with: claim), of: claim.kind)
        let approvalRequired = band?.approvers != nil
        let proposed = ClaimProposed(
            complaint: complaint, claim: claim.claim, liability: claim.finding?.liability, amount: claim.amount, lines: lines,
            band: band?.band ?? "", approvalRequired: approvalRequired, by: claim.maker, at: account.now, kind: claim.kind,
            ground: claim.ground, cause: claim.cause)
        return [.proposed(proposed)] + (approvalRequired ? [] : claim.approve(by: nil, onBehalfOf: nil, account))
    }

    /// The lines of what a finding is worth, less what has been claimed on this complaint and paid on those it repeats.
    private func newLines(
        _ worth: CompensationRules.Worth, for finding: WorkOrderLiabilityFound, about cause: String?, by terms: ClaimTerms
    ) throws(ClaimDenial) -> [AmountLine] {
        guard try Self.sum(of: worth.lines.filter { $0.amount.minorUnits > 0 }) > 0 else {
            throw ClaimDenial(.nothingOwed, "the finding's figures amount to nothing")
        }
        let owed = try Self.sum(of: worth.lines)
        guard owed > 0 else { throw ClaimDenial(.alreadyHad, "the customer has had all that the finding is worth") }
        var lines = worth.lines
        let counts = terms.owed.policy.goodwill?.countsAgainstLiability?.value == true
        let own = claims.filter { claim in
            guard claim.claimed?.currency == terms.currency, claim.finding != nil else { return false }
            return switch worth.kind {
            // Goodwill is for who gets nothing else of it.
            case .goodwill, .lateHandling, .granted: true
            case .liability: claim.kind == .liability ? claim.cause == cause : counts
            }
        }
        lines += Self.offset(own.map { ($0.claim, $0.amount) }, saying: "claimed before: ")
        let earlier = PaidAccount(earlierPaid ?? [], currency: terms.currency)
            .of(kind: worth.kind, ground: finding.ground, cause: cause)
        lines += Self.offset(earlier.map { ($0.claim, $0.amount) }, saying: "paid on an earlier complaint: ")
        guard try Self.sum(of: lines) > 0 else {
            throw ClaimDenial(.alreadyClaimed, "all that the finding is worth has been claimed already")
        }
        return lines
    }

    private static func offset(_ paid: [(claim: ClaimNumber, amount: Money)], saying reason: String) -> [AmountLine] {
        guard let currency = paid.first?.amount.currency else { return [] }
        let sum = paid.reduce(0) { $0 + $1.amount.minorUnits }
        guard sum > 0 else { return [] }
        let source = reason + paid.map(\.claim.rawValue).joined(separator: ", ")
        return [AmountLine(tariff: AmountLine.offset, amount: Money(minorUnits: -sum, currency: currency), source: source)]
    }

    private static func sum(of lines: [AmountLine]) throws(ClaimDenial) -> Int64 {
        var sum: Int64 = 0
        for line in lines {
            let (next, overflows) = sum.addingReportingOverflow(line.amount.minorUnits)
            guard !overflows else { throw ClaimDenial(.findingUnusable, "the sum is too large to be calculated") }
            sum = next
        }
        return sum
    }

    func account(by terms: ClaimTerms) -> Claim.Account {
        Claim.Account(complaint: complaint, line: line, settlement: terms.settlement, now: terms.now)
    }
}
