import Contracts
import Foundation
import Moments
import Seeded
import Testing

@testable import Domain

/// What holds in whatever order things come.
struct ClaimPropertyTests {
    private static let complaints: [CompensationInput] = [
        .complaint(
            .informationRequired(
                ComplaintInformationRequired(
                    complaint: ClaimScenario.number, line: LineScenario.line, channel: "hotline", province: "CN-JS",
                    language: .chinese, personal: .sample("sealed"), missing: ["contact"], askedAt: ClaimScenario.morning))),
        ClaimScenario.registration,
        .complaint(
            .urged(ComplaintUrged(complaint: ClaimScenario.number, channel: "hotline", count: 1, at: ClaimScenario.morning))),
        .complaint(.withdrawn(ComplaintWithdrawn(complaint: ClaimScenario.number, at: ClaimScenario.morning))),
    ]

    @Test(arguments: 1...200 as ClosedRange<UInt64>)
    func inWhateverOrderTheTwoTopicsComeTheClaimsAreTheSame(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let findings = Self.findings(count: Int.random(in: 1...6, using: &random), &random)
        func course(_ inputs: [CompensationInput]) throws -> (events: [ClaimEvent], claims: ClaimScenario) {
            var claims = ClaimScenario()
            var events: [ClaimEvent] = []
            for input in inputs { events += try claims.lane.when(input) }
            return (events, claims)
        }
        let inOrder = try course(Self.complaints + findings)
        let mixed = try course(random.interleaving(of: [Self.complaints, findings]))
        #expect(mixed.events == inOrder.events)
        #expect(mixed.claims.lane.state == inOrder.claims.lane.state)
        #expect(mixed.claims.lane.due == inOrder.claims.lane.due)
        #expect(mixed.events.count { $0.proposal != nil || $0.denial != nil } == findings.count)
    }

    @Test(arguments: 1...100 as ClosedRange<UInt64>)
    func repeatingAnyFactDecidesNothing(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let facts = random.interleaving(of: [Self.complaints, Self.findings(count: 5, &random)])
        var claims = ClaimScenario()
        var told: [CompensationInput] = []
        for fact in facts {
            _ = try claims.lane.when(fact)
            told.append(fact)
            let before = claims.lane.state
            for known in told { #expect(try claims.lane.when(known) == []) }
            #expect(claims.lane.state == before)
        }
    }

    /// Findings, decisions, billing's answers, late ones, repeated ones and time, in any order: with an honest billing no more is paid
    /// than the largest sum found, nothing is paid that was not approved, nothing is settled twice.
    @Test(arguments: 1...300 as ClosedRange<UInt64>)
    func moneyIsNeverPaidTwice(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        var claims = ClaimScenario(.fixture(settlement: .fixture(attempts: 2, backoff: ["15m"])))
        try claims.registers()
        var ledger = Ledger()
        for _ in 0..<80 { try ledger.step(&claims, &random) }
        #expect(ledger.settled.count == Set(ledger.settled.map(\.claim)).count)
        #expect(ledger.settled.reduce(0) { $0 + $1.amount.minorUnits } <= ledger.largestFound)
        for settled in ledger.settled { #expect(ledger.requested[settled.paymentKey] == settled.amount) }
        for (key, amount) in ledger.requested { #expect(ledger.approved[key] == amount && ledger.proposed[key] == amount) }
        #expect(ledger.requested.values.reduce(0) { $0 + $1.minorUnits } <= ledger.largestFound)
    }

    @Test(arguments: 1...100 as ClosedRange<UInt64>)
    func fromAnywhereEveryClaimReachesItsEnd(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        var claims = ClaimScenario()
        try claims.registers()
        var ledger = Ledger()
        for _ in 0..<Int.random(in: 1...60, using: &random) { try ledger.step(&claims, &random) }
        if claims.status == .proposed { try claims.orders(.approve(), by: ClaimScenario.manager) }
        for key in ledger.requested.keys.sorted() + [claims.file?.claims.last?.paymentKey ?? ""] {
            try claims.orders(.confirmSettlement(paymentKey: key, reference: nil), by: ClaimScenario.billing)
        }
        let file = try #require(claims.file)
        let open = file.claims.filter { !$0.isOver }
        #expect(open == [])
        #expect(claims.lane.due == nil)
    }

    @Test(arguments: 1...300 as ClosedRange<UInt64>)
    func theLinesAddUpAndNoFractionIsKeptFromTheCustomer(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let policy = try CompensationPolicy.china()
        let tariff = try #require(policy.tariffs.filter { $0.checks == nil && $0.figures.isEmpty }.randomElement(using: &random))
        var claims = ClaimScenario(policy)
        try claims.registers()
        var claimed: Int64 = 0
        for _ in 1...4 {
            let fen = Int64.random(in: 0...1_000_000, using: &random)
            let days = Int.random(in: 0...400, using: &random)
            let events = try claims.finds(ground: tariff.ground, fen: fen, quantity: days)
            guard let claim = events.compactMap(\.proposal).first else { continue }
            #expect(claim.lines.reduce(0) { $0 + $1.amount.minorUnits } == claim.amount.minorUnits)
            #expect(claim.amount.minorUnits > 0)
            let part = try #require(tariff.parts.first)
            let line = try #require(claim.lines.first { $0.tariff == part.name })
            let exact = fen * part.rate.value.numerator * (part.per == nil ? 1 : Int64(days))
            #expect(line.amount.minorUnits * part.rate.value.denominator >= exact)
            if part.floor == nil { #expect((line.amount.minorUnits - 1) * part.rate.value.denominator < exact) }
            if claim.approvalRequired { try claims.orders(.approve(), by: "manager-1") }
            claimed += claim.amount.minorUnits
            #expect(claims.file?.claimed(in: "CNY").minorUnits == claimed)
        }
    }

    @Test(arguments: 1...50 as ClosedRange<UInt64>)
    func whatIsRememberedCanBeStoredAndReadAgain(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        var claims = ClaimScenario()
        if Bool.random(using: &random) { try claims.registers() }
        var ledger = Ledger()
        for _ in 0..<20 { try ledger.step(&claims, &random) }
        let state = try #require(claims.lane.state)
        #expect(try WireCoder().decode(Compensation.self, from: WireCoder().encode(state)) == state)
    }

    /// Findings of any kind, a minute apart.
    private static func findings(count: Int, _ random: inout SplitMix64) -> [CompensationInput] {
        (0..<count).map { index in
            let finding = ClaimScenario.finding(
                Liability.allCases.randomElement(using: &random) ?? .unclear,
                ground: ["wrong-charge", "late-installation", "slow-internet", nil].randomElement(using: &random) ?? nil,
                fen: Bool.random(using: &random) ? Int64.random(in: 0...100_000, using: &random) : nil,
                quantity: Bool.random(using: &random) ? Int.random(in: 0...60, using: &random) : nil,
                at: ClaimScenario.morning.adding(.minutes(index)))
            return .workOrder(.liabilityFound(finding))
        }
    }
}

/// What was found, proposed, approved, requested and settled, calculated apart from the decider.
private struct Ledger {
    private(set) var largestFound: Int64 = 0
    private(set) var proposed: [String: Money] = [:]
    private(set) var approved: [String: Money] = [:]
    private(set) var requested: [String: Money] = [:]
    private(set) var settled: [ClaimSettled] = []

    /// Lets something happen: a finding, a decision, an answer for any key billing was ever asked to pay, or the next wake.
    mutating func step(_ claims: inout ClaimScenario, _ random: inout SplitMix64) throws {
        let key = requested.keys.sorted().randomElement(using: &random) ?? ClaimScenario.first.rawValue
        let actor = [ClaimScenario.manager, ClaimScenario.supervisor, ClaimScenario.finder].randomElement(using: &random)
        let by = actor ?? ClaimScenario.manager
        switch Int.random(in: 0..<10, using: &random) {
        case 0, 1:
            // The ground wrong-charge gives the amount back once, so the amount is what is owed.
            let fen = Int64.random(in: 1...80_000, using: &random)
            note(try claims.finds(fen: fen))
            largestFound = max(largestFound, fen)
        case 2: note(try claims.finds(.operatorNotAtFault, ground: nil))
        case 3, 4: note(try claims.orders(.approve(), by: by))
        case 5: note(try claims.orders(.decline(reason: "no bill"), by: by))
        case 6: note(try claims.orders(.confirmSettlement(paymentKey: key, reference: "pay-" + key), by: ClaimScenario.billing))
        case 7: note(try claims.orders(.failSettlement(paymentKey: key, reason: "account closed"), by: ClaimScenario.billing))
        case 8: note(try claims.orders(.retrySettlement(), by: by))
        default: note(try claims.lane.whenDue())
        }
    }

    private mutating func note(_ events: [ClaimEvent]) {
        for event in events {
            switch event {
            case .proposed(let claim): proposed[claim.claim.rawValue] = claim.amount
            case .approved(let claim): approved[claim.claim.rawValue] = claim.amount
            case .settlementRequested(let request): requested[request.paymentKey] = request.amount
            case .settled(let settlement): settled.append(settlement)
            case .declined, .denied, .settlementFailed, .reversalRequested, .reversed, .reversalFailed, .commandRejected: break
            }
        }
    }
}
