import Testing

@testable import Domain

/// How a payment is taken back.
struct ReversalTests {
    private static let back = ClaimCommand.reverseSettlement(
        claim: ClaimScenario.first, attempt: 1, reason: "paid to the wrong account")

    @Test func aPaymentIsTakenBackByTheKeyAndTheReferenceItWasPaidUnder() throws {
        var claims = try ClaimCommandTableTests.scenario(at: .settled)
        let request = try #require(try claims.orders(Self.back).first?.reversal)
        #expect(request.paymentKey == ClaimScenario.first.rawValue && request.reference == "pay-881" && request.attempt == 1)
        #expect(request.amount == Money(minorUnits: 10_000) && request.by == ClaimScenario.supervisor)
        let reversed = ClaimCommand.confirmReversal(paymentKey: ClaimScenario.first.rawValue, reference: "back-1")
        #expect(try claims.orders(reversed, by: ClaimScenario.billing).map(\.word) == ["reversed"])
        #expect(try claims.orders(reversed, by: ClaimScenario.billing) == [])
        #expect(claims.lane.due == nil)
        #expect(try claims.orders(Self.back).first?.refusal?.expected == "no further command")
    }

    @Test func whatWasTakenBackMayBeOwedAgain() throws {
        var claims = try ClaimCommandTableTests.scenario(at: .reversed)
        #expect(try claims.finds(fen: 10_000).first?.proposal?.amount == Money(minorUnits: 10_000))
    }

    @Test func takingBackNeedsTheAuthorityOfASecondPerson() throws {
        var claims = try ClaimCommandTableTests.scenario(at: .settled)
        #expect(try claims.orders(Self.back, by: ClaimScenario.finder).first?.refusal?.field == "actor")
        #expect(try claims.orders(Self.back, by: "clerk-1").first?.refusal?.field == "actor")
        #expect(claims.status == .settled)
    }

    @Test func billingThatCannotOrDoesNotAnswerLeavesANamedState() throws {
        var claims = try ClaimCommandTableTests.scenario(at: .reversalRequested)
        #expect(try claims.lane.whenDue().map(\.word) == ["reversalFailed"])
        #expect(claims.status == .reversalFailed)
        #expect(claims.lane.due == nil)
        #expect(claims.file?.claimed(in: "CNY") == Money(minorUnits: 10_000))
        let again = ClaimCommand.reverseSettlement(claim: ClaimScenario.first, attempt: 2, reason: "once more")
        #expect(try claims.orders(again).first?.reversal?.attempt == 2)
        let late = ClaimCommand.failReversal(paymentKey: ClaimScenario.first.rawValue, attempt: 1, reason: "closed")
        #expect(try claims.orders(late, by: ClaimScenario.billing) == [])
        #expect(claims.status == .reversalRequested)
    }

    @Test func askingTwiceTakesBackOnce() throws {
        var claims = try ClaimCommandTableTests.scenario(at: .settled)
        try claims.orders(Self.back)
        #expect(try claims.orders(Self.back).first?.refusal?.problem.hasPrefix("was given before: ") == true)
        try claims.lane.whenDue()
        #expect(try claims.orders(Self.back).first?.refusal?.problem.hasPrefix("was given before: ") == true)
        #expect(claims.status == .reversalFailed)
    }
}
