/// The claims of one registered complaint.
///
/// At most one of each matter is proposed at a time: approvers must not approve what a later finding has replaced.
public struct ClaimState: Sendable, Equatable {
    public let complaint: ComplaintNumber
    public let line: LineReference
    /// Which rules it was accepted under; `nil` in documents of former releases.
    public internal(set) var policyVersion: PolicyVersion? = nil
    /// Where the customer is, as far as a tariff asks.
    public internal(set) var province: Province? = nil
    /// What the complaints it repeats have cost.
    public internal(set) var earlierPaid: [PaidClaim]? = nil
    /// Whether the customer withdrew the complaint; `nil` for not.
    public internal(set) var isWithdrawn: Bool? = nil
    /// In the order in which they came; of those that pay nothing, the last `limitOfUnpaid`.
    public internal(set) var claims: [Claim] = []
    /// How many findings have been calculated.
    public internal(set) var count = 0
    /// How many breaches of deadlines have been.
    public internal(set) var breachCount: Int? = nil
    /// How much goodwill persons have given, in claims.
    public internal(set) var grantCount: Int? = nil

    /// How many declined, denied and reversed claims are remembered, to know what is repeated.
    static let limitOfUnpaid = 32

    init(_ complaint: ComplaintRegistered, in context: DecisionContext<PolicyVersions<CompensationRules>>) {
        self.complaint = complaint.complaint
        line = complaint.line
        policyVersion = complaint.policyVersion
        let pinned = context.policy.pinned(to: complaint.policyVersion)
        // A stand-in policy must not forget what the complaint's own one will ask for once it is loaded.
        if pinned.version != complaint.policyVersion || pinned.policy.speaks(of: complaint.province) { province = complaint.province }
        earlierPaid = complaint.earlierPaid
    }

    /// That of the claim that most needs attention; where none does, of the last.
    public var status: ClaimStatus {
        guard let last = claims.last else { return .unclaimed }
        let urgent: [ClaimStatus] = [
            .proposed, .settlementFailed, .reversalFailed, .settlementDelayed, .settlementRequested, .reversalRequested,
        ]
        return urgent.first { status in claims.contains { $0.status == status } } ?? last.status
    }

    /// When the first of the claims wants attention without any message.
    var due: Instant? { claims.lazy.compactMap(\.due).min() }

    /// What is approved, and so paid or on its way, of the claims that are meant.
    func claimed(in currency: String, where isMeant: (Claim) -> Bool = { _ in true }) -> Money {
        let amounts = claims.lazy.filter(isMeant).compactMap(\.claimed).filter { $0.currency == currency }
        return Money(minorUnits: amounts.reduce(0) { $0 + $1.minorUnits }, currency: currency)
    }

    /// All that claims of its kind will have cost on this complaint once a claim is approved: by this goes the authority.
    func total(with claim: Claim) -> Money {
        let claimed = claimed(in: claim.amount.currency) { $0.kind == claim.kind }
        guard claim.claimed == nil else { return claimed }
        return Money(minorUnits: claimed.minorUnits + claim.amount.minorUnits, currency: claimed.currency)
    }

    /// Drops the oldest of the claims that pay nothing.
    mutating func pruneUnpaid() {
        var excess = claims.count { $0.isOver && $0.claimed == nil } - Self.limitOfUnpaid
        guard excess > 0 else { return }
        claims.removeAll { claim in
            guard excess > 0, claim.isOver, claim.claimed == nil else { return false }
            excess -= 1
            return true
        }
    }
}

extension ClaimState: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        complaint = try fields.required("complaint")
        line = try fields.required("line")
        policyVersion = try fields.optional("policyVersion")
        province = try fields.optional("province")
        earlierPaid = try fields.optional("earlierPaid")
        isWithdrawn = try fields.optional("isWithdrawn")
        claims = try fields.required("claims")
        count = try fields.required("count")
        breachCount = try fields.optional("breachCount")
        grantCount = try fields.optional("grantCount")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("complaint", complaint)
        writer.write("line", line)
        writer.write("policyVersion", policyVersion)
        writer.write("province", province)
        writer.write("earlierPaid", earlierPaid)
        writer.write("isWithdrawn", isWithdrawn)
        writer.write("claims", claims)
        writer.write("count", count)
        writer.write("breachCount", breachCount)
        writer.write("grantCount", grantCount)
    }
}

/// Which claims a command is about.
extension ClaimState {
    /// The claims a command is about; none where no claim fits it.
    ///
    /// - Throws: a `Fault` for a claim this complaint does not have, and where several fit a command that names none.
    func targets(of command: ClaimCommand) throws(Fault) -> [Int] {
        switch command.target {
        case .claim(let claim):
            guard let index = claims.firstIndex(where: { $0.claim == claim }) else {
                throw Fault(field: "data.claim", problem: "is not a claim of this complaint", expected: Self.list(claims))
            }
            return [index]
        case .proposed:
            let proposed = claims.indices.filter { claims[$0].status == .proposed }
            guard proposed.count <= 1 else {
                throw Fault(
                    field: "data.claim", problem: "is missing while several claims wait", expected: Self.list(proposed.map { claims[$0] }))
            }
            return Array(proposed)
        case .payment(let key): return claims.indices.filter { claims[$0].paymentKey == key }
        case .unpaid: return claims.indices.filter { claims[$0].status == .settlementFailed }
        case .newClaim: return []
        }
    }

    private static func list(_ claims: [Claim]) -> String {
        claims.isEmpty ? "a claim that was proposed" : "one of " + claims.map(\.claim.rawValue).joined(separator: ", ")
    }
}

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
    static let replaced: Reason = "replaced by a later finding"

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

/// Why a finding of liability is worth nothing: a code for the customer, and words for the people who found it.
struct ClaimDenial: Error, Equatable {
    let code: DenialReason
    let reason: String

    init(_ code: DenialReason, _ reason: String) {
        self.code = code
        self.reason = reason
    }
}
