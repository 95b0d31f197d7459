import Moments
import Testing

@testable import Domain

/// What is given without being owed: wrong or late handling is admitted and made good within caps (S090).
struct GoodwillTests {
    private static func gives(_ fen: Int64, ground: String = "late-handling") -> ClaimCommand {
        .grantGoodwill(ground: ground, amount: Money(minorUnits: fen), reason: "the answer came three days late")
    }

    private func scenario(_ goodwill: GoodwillPolicy = .fixture(), timeout: String? = nil) throws -> ClaimScenario {
        ClaimScenario(.fixture(goodwill: goodwill, timeout: timeout))
    }

    @Test func aPersonGivesAndAnotherApproves() throws {
        var claims = try scenario()
        try claims.registers()
        let claim = try #require(try claims.orders(Self.gives(6_000)).first?.proposal)
        #expect(claim.kind == .granted && claim.liability == nil && claim.by == ClaimScenario.supervisor)
        #expect(claim.lines.words == "late-handling 6000" && claim.lines.first?.source == "S090", "S090: made good suitably")
        #expect(claim.claim == "R20260930003000127-G1")
        #expect(try claims.orders(.approve()).first?.refusal?.problem == "is the one who proposed the claim")
        #expect(try claims.orders(.approve(), by: ClaimScenario.manager).map(\.word) == ["approved", "settlementRequested"])
    }

    @Test func theCapsOfAGiftOfAComplaintAndOfALineHold() throws {
        var claims = try scenario()
        try claims.registers()
        #expect(try claims.orders(Self.gives(10_001)).first?.refusal?.expected == "at most 10000 minor units")
        #expect(try claims.orders(Self.gives(10_000)).first?.proposal != nil)
        #expect(try claims.orders(Self.gives(5_001)).first?.refusal?.expected == "at most 5000 minor units")
        try claims.orders(.decline(reason: "too much"), by: ClaimScenario.manager)
        #expect(try claims.orders(Self.gives(5_001)).first?.proposal != nil)
    }

    @Test func theBudgetOfALineCountsWhatTheComplaintsBeforeWereGiven() throws {
        var claims = try scenario()
        let earlier = PaidClaim(
            complaint: "C1", claim: "R1-G1", kind: .granted, ground: "late-handling", cause: nil, amount: Money(minorUnits: 16_000))
        var complaint = ComplaintScenario.complaint()
        complaint.earlierPaid = [earlier]
        _ = try claims.lane.when(.complaint(.registered(complaint)))
        #expect(try claims.orders(Self.gives(4_001)).first?.refusal?.expected == "at most 4000 minor units")
        #expect(try claims.orders(Self.gives(4_000)).first?.proposal != nil)
    }

    @Test func whatIsNoGroundOrNoSumIsRefused() throws {
        var claims = try scenario()
        try claims.registers()
        #expect(try claims.orders(Self.gives(100, ground: "birthday")).first?.refusal?.expected == "one of late-handling")
        #expect(try claims.orders(Self.gives(0)).first?.refusal?.field == "data.amount")
        let dollars = ClaimCommand.grantGoodwill(
            ground: "late-handling", amount: Money(minorUnits: 1, currency: "USD"), reason: "late")
        #expect(try claims.orders(dollars).first?.refusal?.expected == "more than 0 in CNY")
        var none = ClaimScenario()
        try none.registers()
        #expect(try none.orders(Self.gives(100)).first?.refusal?.expected == "a policy that lets persons give")
    }

    @Test func aGiftToldTwiceIsGivenOnce() throws {
        var claims = try scenario()
        try claims.registers()
        let gift = ClaimScenario.command(Self.gives(1_000), id: "gift-1")
        #expect(try claims.lane.when(gift).first?.proposal != nil)
        let before = claims.lane.state
        #expect(try claims.lane.when(gift) == [])
        #expect(claims.lane.state == before)
    }

    @Test func aGiftThatOvertakesItsComplaintWaitsAndIsRefusedWhenNoneComes() throws {
        var claims = try scenario(timeout: "24h")
        #expect(try claims.orders(Self.gives(1_000)) == [])
        #expect(try claims.registers().first?.proposal?.claim == "R20260930003000127-G1")
        var lost = try scenario(timeout: "24h")
        try lost.orders(Self.gives(1_000))
        #expect(lost.lane.due == lost.lane.now.adding(.hours(24)))
        #expect(try lost.lane.whenDue().first?.refusal?.field == "data.complaint")
        #expect(lost.lane.state == nil)
    }

    @Test func aMissedAnswerFoundsGoodwillByPolicyOnceForEachBreach() throws {
        var claims = try scenario()
        try claims.registers()
        let claim = try #require(try claims.lane.when(ClaimScenario.breach()).first?.proposal)
        #expect(claim.kind == .lateHandling && claim.lines.words == "late-handling 1000", "S090: late handling is made good")
        #expect(claim.lines.first?.source == "S090; deadline: Order 35 art. 8", "S014: the answer was due within 15 days")
        #expect(try claims.lane.when(ClaimScenario.breach()) == [])
        #expect(try claims.lane.when(ClaimScenario.breach(threshold: 150)) == [])
        #expect(try claims.lane.when(ClaimScenario.breach("archive")) == [])
        #expect(try claims.lane.when(ClaimScenario.breach(cycle: 2)).first?.proposal?.lines.words == "late-handling 1000, cap -500")
        #expect(try claims.lane.when(ClaimScenario.breach(cycle: 3)) == [])
    }

    @Test func aBreachBeforeItsComplaintWaitsAndWithoutTheRuleIsNotRemembered() throws {
        var claims = try scenario()
        #expect(try claims.lane.when(ClaimScenario.breach()) == [])
        #expect(try claims.registers().first?.proposal?.claim == "R20260930003000127-L1")
        var none = ClaimScenario()
        #expect(try none.lane.when(ClaimScenario.breach()) == [])
        #expect(none.lane.state == nil)
    }

    @Test func goodwillHasItsOwnBands() throws {
        let bands = [AuthorityBand(band: "goodwill", upTo: nil, approvers: Sourced(["manager-1"]))]
        var claims = try scenario(.fixture(authority: bands))
        try claims.registers()
        #expect(try claims.orders(Self.gives(100)).first?.proposal?.band == "goodwill")
        #expect(try claims.orders(.approve(), by: "supervisor-08").first?.refusal?.field == "actor")
        #expect(try claims.finds(fen: 100).first?.proposal?.band == "policy")
    }

    @Test func theChinaPackLetsPersonsGiveForWrongAndLateHandling() throws {
        let policy = try #require(try CompensationPolicy.china().goodwill)
        #expect(policy.grounds?.map(\.code) == ["late-handling", "wrong-handling", "courtesy"], "S090: 处理不当或延误处理")
        for cap in [policy.perGrant, policy.perComplaint, policy.perLine] { #expect(cap?.source == "unconfirmed") }
    }
}
