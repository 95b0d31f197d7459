import Testing

@testable import Domain

/// How billing is asked, and what becomes of its answers.
struct SettlementTests {
    @Test func billingPaysAndTheClaimIsSettled() throws {
        var claims = try requested()
        let events = try claims.confirms(reference: "pay-881")
        #expect(
            events == [
                .settled(
                    ClaimSettled(
                        complaint: ClaimScenario.number, claim: ClaimScenario.first, amount: Money(minorUnits: 2_500),
                        paymentKey: "R20260930003000127-1", reference: "pay-881", at: claims.lane.now,
                        statement: [
                            AmountLine(tariff: "wrong-charge", amount: Money(minorUnits: 2_500), source: "the rate's rule")
                        ], kind: .liability, liability: .operatorAtFault))
            ], "S108: the payment carries its reasons")
        #expect(claims.lane.due == nil)
    }

    @Test func aFailedAttemptIsRepeatedUnderTheSameKeyAfterEachWait() throws {
        var claims = try requested()
        var keys: Set<String> = [ClaimScenario.first.rawValue]
        for (attempt, wait) in [(1, Duration.minutes(15)), (2, .hours(2))] {
            let failed = try #require(try claims.fails().first?.failure)
            #expect(failed.attempt == attempt && failed.willRetry && failed.reason == "account closed")
            #expect(claims.lane.due == claims.lane.now.adding(wait))
            let request = try #require(try claims.lane.whenDue().first?.request)
            #expect(request.attempt == attempt + 1)
            #expect(request.amount == Money(minorUnits: 2_500))
            keys.insert(request.paymentKey)
        }
        let last = try #require(try claims.fails().first?.failure)
        #expect(last.attempt == 3 && !last.willRetry)
        #expect(claims.status == .settlementFailed)
        #expect(claims.lane.due == nil)
        #expect(keys == [ClaimScenario.first.rawValue])
    }

    @Test func billingThatDoesNotAnswerCountsAsAFailedAttempt() throws {
        var claims = try requested()
        #expect(claims.lane.due == claims.lane.now.adding(.hours(24)))
        let failed = try #require(try claims.lane.whenDue().first?.failure)
        #expect(failed.reason == "billing did not answer" && failed.code == "no-answer")
        #expect(failed.attempt == 1 && failed.willRetry)
        #expect(try claims.lane.whenDue().map(\.word) == ["settlementRequested"])
        #expect(try claims.lane.whenDue().map(\.word) == ["settlementFailed"])
        #expect(try claims.lane.whenDue().map(\.word) == ["settlementRequested"])
        #expect(try claims.lane.whenDue().first?.failure?.willRetry == false)
        #expect(claims.lane.due == nil)
    }

    @Test func beingWokenTooEarlyChangesNothing() throws {
        var claims = try requested()
        let due = try #require(claims.lane.due)
        let before = claims.lane.state
        #expect(try claims.lane.when(.wake, at: due.adding(.milliseconds(-1))) == [])
        #expect(claims.lane.state == before)
        #expect(try claims.lane.when(.wake, at: due).map(\.word) == ["settlementFailed"])
        #expect(try claims.lane.when(.wake, at: due) == [])
    }

    @Test func withoutAWaitTheNextAttemptFollowsAtOnce() throws {
        var claims = try requested(.fixture(attempts: 2, backoff: ["0s"]))
        #expect(try claims.lane.whenDue().map(\.word) == ["settlementFailed", "settlementRequested"])
        #expect(try claims.lane.whenDue().map(\.word) == ["settlementFailed"])
    }

    @Test func anAnswerThatComesBeforeTheWakeIsStillInTime() throws {
        var claims = try requested()
        let late = try #require(claims.lane.due).adding(.hours(1))
        let confirmation = ClaimCommand.confirmSettlement(paymentKey: ClaimScenario.first.rawValue, reference: nil)
        #expect(try claims.orders(confirmation, by: ClaimScenario.billing, at: late).map(\.word) == ["settled"])
    }

    @Test func aPersonStartsAgainAfterTheLastAttemptAndTheAttemptsGoOnCounting() throws {
        var claims = try ClaimCommandTableTests.scenario(at: .settlementFailed)
        let request = try #require(try claims.orders(.retrySettlement()).first?.request)
        #expect(request.attempt == 4)
        #expect(request.paymentKey == ClaimScenario.first.rawValue)
        #expect(try claims.fails().first?.failure?.willRetry == true)
        #expect(try claims.lane.whenDue().first?.request?.attempt == 5)
    }

    @Test(arguments: [ClaimStatus.settlementDelayed, .settlementFailed])
    func moneyThatMovedAfterAllSettlesTheClaim(status: ClaimStatus) throws {
        var claims = try ClaimCommandTableTests.scenario(at: status)
        #expect(try claims.confirms().map(\.word) == ["settled"])
        #expect(claims.status == .settled)
        #expect(claims.lane.due == nil)
        #expect(try claims.confirms() == [])
    }

    @Test func aSecondConfirmationChangesNothingUnlessItNamesAnotherPayment() throws {
        var claims = try ClaimCommandTableTests.scenario(at: .settled)
        #expect(try claims.confirms(reference: "pay-881") == [])
        #expect(try claims.confirms(reference: nil) == [])
        let fault = try #require(try claims.confirms(reference: "pay-882").first?.refusal)
        #expect(fault.field == "data.reference")
        #expect(claims.status == .settled)
    }

    @Test func aKeyNobodyWasAskedToPayIsRefused() throws {
        var claims = try requested()
        for answer in [
            ClaimCommand.confirmSettlement(paymentKey: "R1-1", reference: nil), .failSettlement(paymentKey: "R1-1", reason: "no"),
        ] {
            let fault = try #require(try claims.orders(answer, by: ClaimScenario.billing).first?.refusal)
            #expect(
                fault
                    == Fault(
                        field: "data.paymentKey", problem: "is not the key of a payment of this complaint",
                        expected: "one of R20260930003000127-1"))
        }
        #expect(claims.status == .settlementRequested)
    }

    @Test func eachOfTwoPaymentsHasItsOwnKeyAndItsOwnEnd() throws {
        var claims = try requested()
        #expect(try claims.finds(fen: 4_000).map(\.word) == ["proposed", "approved", "settlementRequested"])
        #expect(try claims.confirms(ClaimScenario.second).first?.settlement?.amount == Money(minorUnits: 1_500))
        #expect(claims.status == .settlementRequested)
        #expect(try claims.confirms(ClaimScenario.first).first?.settlement?.amount == Money(minorUnits: 2_500))
        #expect(claims.status == .settled)
    }

    @Test func aPersonWhoRetriesRetriesEveryPaymentThatFailed() throws {
        var claims = try requested(.fixture(attempts: 1))
        try claims.finds(fen: 4_000)
        try claims.fails(ClaimScenario.first)
        try claims.fails(ClaimScenario.second)
        #expect(try claims.orders(.retrySettlement()).map(\.request?.claim) == [ClaimScenario.first, ClaimScenario.second])
    }

    @Test func aComplaintWithdrawnMeanwhileIsStillPaid() throws {
        var claims = try requested()
        let withdrawn = ComplaintWithdrawn(complaint: ClaimScenario.number, at: claims.lane.now)
        #expect(try claims.lane.when(.complaint(.withdrawn(withdrawn))) == [])
        #expect(try claims.confirms().map(\.word) == ["settled"])
    }

    /// A claim of 25 yuan that billing was asked to pay.
    private func requested(_ settlement: SettlementPolicy = .fixture()) throws -> ClaimScenario {
        var claims = ClaimScenario(.fixture(settlement: settlement))
        try claims.registers()
        try claims.finds(fen: 2_500)
        try #require(claims.status == .settlementRequested)
        return claims
    }
}
