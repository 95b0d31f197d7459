import Testing

@testable import Domain

/// Who may decide which sum.
struct AuthorityTests {
    @Test func aSmallClaimIsApprovedByThePolicyAndBillingIsAskedAtOnce() throws {
        var claims = ClaimScenario()
        try claims.registers()
        let events = try claims.finds(fen: 5_000)
        let now = claims.lane.now
        let amount = Money(minorUnits: 5_000)
        #expect(
            events == [
                .proposed(
                    ClaimProposed(
                        complaint: ClaimScenario.number, claim: "R20260930003000127-1", liability: .operatorAtFault, amount: amount,
                        lines: [AmountLine(tariff: "wrong-charge", amount: amount, source: "the rate's rule")], band: "policy",
                        approvalRequired: false, by: ClaimScenario.finder, at: now, kind: .liability, ground: "wrong-charge")),
                .approved(
                    ClaimApproved(
                        complaint: ClaimScenario.number, claim: "R20260930003000127-1", amount: amount, by: nil, at: now,
                        kind: .liability, ground: "wrong-charge")),
                .settlementRequested(
                    SettlementRequested(
                        complaint: ClaimScenario.number, claim: "R20260930003000127-1", line: LineScenario.line, amount: amount,
                        paymentKey: "R20260930003000127-1", attempt: 1, at: now)),
            ])
    }

    @Test(arguments: [(5_001, "supervisor"), (50_000, "supervisor"), (50_001, "manager"), (1_000_000_000_000, "manager")])
    func aLargerClaimWaitsForAPersonOfItsBand(fen: Int64, band: String) throws {
        let claims = try waiting(fen: fen)
        #expect(claims.events.map(\.word) == ["proposed"])
        #expect(claims.events.first?.proposal?.band == band)
        #expect(claims.events.first?.proposal?.approvalRequired == true)
        #expect(claims.scenario.status == .proposed)
        #expect(claims.scenario.lane.due == nil)
    }

    @Test func whoeverFoundTheLiabilityDecidesNothing() throws {
        for command in [ClaimCommand.approve(), .decline(reason: "no bill")] {
            var claims = try waiting(fen: 6_000, by: ClaimScenario.supervisor).scenario
            let fault = try #require(try claims.orders(command, by: ClaimScenario.supervisor).first?.refusal)
            #expect(fault.field == "actor")
            #expect(fault.problem == "is the one who found the liability")
            #expect(claims.status == .proposed)
            #expect(try claims.orders(command, by: "supervisor-08").first?.refusal == nil)
        }
    }

    @Test func authorityEndsWithTheBand() throws {
        var claims = try waiting(fen: 50_001).scenario
        let fault = try #require(try claims.orders(.approve(), by: ClaimScenario.supervisor).first?.refusal)
        #expect(fault == Fault(field: "actor", problem: "may not decide claims of the band manager", expected: "one of manager-1"))
        #expect(try claims.orders(.decline(reason: "no bill"), by: ClaimScenario.supervisor).first?.refusal?.field == "actor")
        #expect(try claims.orders(.approve(), by: ClaimScenario.manager).map(\.word) == ["approved", "settlementRequested"])
    }

    @Test func aNameThatIsNoPatternMustFitWhole() throws {
        var claims = try waiting(fen: 50_001).scenario
        #expect(try claims.orders(.approve(), by: "manager-12").first?.refusal?.field == "actor")
        #expect(try claims.orders(.approve(), by: "manager-").first?.refusal?.field == "actor")
        var smaller = try waiting(fen: 6_000).scenario
        #expect(try smaller.orders(.approve(), by: "supervisor").first?.refusal?.field == "actor")
        #expect(try smaller.orders(.approve(), by: "supervisor-").map(\.word) == ["approved", "settlementRequested"])
    }

    @Test func anApprovalNamesThePersonAndADeclineEndsTheClaim() throws {
        var approved = try waiting(fen: 6_000).scenario
        guard case .approved(let approval)? = try approved.orders(.approve()).first else {
            Issue.record("expected an approval")
            return
        }
        #expect(approval.by == ClaimScenario.supervisor)
        #expect(approval.amount == Money(minorUnits: 6_000))
        var declined = try waiting(fen: 6_000).scenario
        guard case .declined(let decline)? = try declined.orders(.decline(reason: "no bill")).first else {
            Issue.record("expected a decline")
            return
        }
        #expect(decline.by == ClaimScenario.supervisor)
        #expect(decline.reason == "no bill")
        #expect(declined.lane.due == nil)
    }

    /// Else a maker alone could have any sum paid, fifty yuan at a time.
    @Test func aSumInSmallStepsNeedsTheAuthorityOfTheWholeSum() throws {
        var claims = ClaimScenario()
        try claims.registers()
        #expect(try claims.finds(fen: 4_000).map(\.word) == ["proposed", "approved", "settlementRequested"])
        let step = try claims.finds(fen: 8_000)
        #expect(step.map(\.word) == ["proposed"])
        #expect(step.first?.proposal?.amount == Money(minorUnits: 4_000))
        #expect(step.first?.proposal?.band == "supervisor")
        #expect(try claims.orders(.approve()).map(\.word) == ["approved", "settlementRequested"])
        #expect(try claims.finds(fen: 51_000).first?.proposal?.band == "manager")
        #expect(try claims.orders(.approve()).first?.refusal?.field == "actor")
    }

    private func waiting(
        fen: Int64, by finder: ActorID = ClaimScenario.finder
    ) throws -> (scenario: ClaimScenario, events: [ClaimEvent]) {
        var claims = ClaimScenario()
        try claims.registers()
        let events = try claims.finds(fen: fen, by: finder)
        return (claims, events)
    }
}
