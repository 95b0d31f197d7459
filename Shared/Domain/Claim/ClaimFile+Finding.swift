/// What a finding of liability makes of a complaint's claims.
extension ClaimFile {
    /// Reckons what a finding is worth and proposes what has not been claimed yet, or denies it with the reason. Once for each finding.
    ///
    /// The latest finding holds: what an earlier one proposed and nobody approved is declined, what was approved is taken off. Authority
    /// goes by all that the complaint will have cost, so that no large sum passes in small steps.
    mutating func take(_ finding: WorkOrderLiabilityFound, in context: DecisionContext<CompensationRules>) -> [ClaimEvent] {
        guard !claims.contains(where: { $0.finding == finding }) else { return [] }
        let account = account(in: context)
        var events: [ClaimEvent] = []
        for index in claims.indices where claims[index].status == .proposed {
            events.append(claims[index].decline(Self.replaced, by: finding.by, account))
        }
        count += 1
        let number = ClaimNumber("R" + complaint.rawValue.dropFirst() + "-" + String(count))
        let currency = context.policy.policy.currency.value
        do {
            let lines = try newLines(for: finding, by: context.policy)
            let amount = Money(minorUnits: try Self.sum(of: lines), currency: currency)
            var claim = Claim(claim: number, finding: finding, amount: amount, stage: .proposed)
            events += propose(&claim, lines, account, by: context.policy)
            claims.append(claim)
        } catch {
            let nothing = Money(minorUnits: 0, currency: currency)
            claims.append(Claim(claim: number, finding: finding, amount: nothing, stage: .denied))
            events.append(
                .denied(
                    ClaimDenied(
                        complaint: complaint, claim: number, liability: finding.liability, reason: error.reason, at: context.now)))
        }
        forgetUnpaid()
        return events
    }

    /// Why a proposal that nobody has decided ends when the next finding comes.
    static let replaced = "replaced by a later finding"

    /// Proposes a claim; where its band needs no person, approves it and asks billing to pay.
    private func propose(
        _ claim: inout Claim, _ lines: [AmountLine], _ account: Claim.Account, by rules: CompensationRules
    ) -> [ClaimEvent] {
        let band = rules.band(for: total(with: claim))
        let approvalRequired = band?.approvers != nil
        let proposed = ClaimProposed(
            complaint: complaint, claim: claim.claim, liability: claim.finding.liability, amount: claim.amount, lines: lines,
            band: band?.band ?? "", approvalRequired: approvalRequired, by: claim.finding.by, at: account.now)
        return [.proposed(proposed)] + (approvalRequired ? [] : claim.approve(by: nil, account))
    }

    /// All that the complaint will have cost once a proposed claim is approved.
    func total(with claim: Claim) -> Money {
        let claimed = claimed(in: claim.amount.currency)
        return Money(minorUnits: claimed.minorUnits + claim.amount.minorUnits, currency: claimed.currency)
    }

    /// The lines of what a finding is worth, less what has been claimed.
    private func newLines(for finding: WorkOrderLiabilityFound, by rules: CompensationRules) throws(ClaimDenial) -> [AmountLine] {
        let lines = try rules.lines(for: finding)
        let owed = try Self.sum(of: lines)
        guard owed > 0 else { throw ClaimDenial("the finding's figures come to nothing") }
        let claimed = claimed(in: rules.policy.currency.value)
        guard claimed.minorUnits > 0 else { return lines }
        guard owed > claimed.minorUnits else { throw ClaimDenial("all that the finding is worth has been claimed already") }
        let earlier = claims.filter { $0.claimed != nil }.map(\.claim.rawValue).joined(separator: ", ")
        let offset = Money(minorUnits: -claimed.minorUnits, currency: claimed.currency)
        return lines + [AmountLine(tariff: AmountLine.offset, amount: offset, source: "claimed before: " + earlier)]
    }

    private static func sum(of lines: [AmountLine]) throws(ClaimDenial) -> Int64 {
        var sum: Int64 = 0
        for line in lines {
            let (next, overflows) = sum.addingReportingOverflow(line.amount.minorUnits)
            guard !overflows else { throw ClaimDenial("the sum is too large to be reckoned") }
            sum = next
        }
        return sum
    }

    func account(in context: DecisionContext<CompensationRules>) -> Claim.Account {
        Claim.Account(complaint: complaint, line: line, settlement: context.policy.policy.settlement, now: context.now)
    }
}
