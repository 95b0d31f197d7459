import Moments
import Testing

@testable import Domain

/// Decisions name their claim and answers their attempt, so that nothing is done to what was not meant.
struct NamedClaimTests {
    @Test func aClaimThatWasReplacedMeanwhileIsNotApprovedByMistake() throws {
        var claims = try ClaimCommandTableTests.scenario(at: .proposed)
        try claims.finds(fen: 60_000, by: "staff-2077")
        let late = try claims.orders(.approve(claim: ClaimScenario.first), by: ClaimScenario.manager)
        #expect(late.first?.refusal?.problem == "is not possible: the claim is declined")
        #expect(claims.file?.claims.map(\.status) == [.declined, .proposed])
        #expect(try claims.orders(.approve(claim: ClaimScenario.second), by: ClaimScenario.manager).map(\.word).first == "approved")
    }

    @Test func aClaimOfAnotherComplaintIsRefused() throws {
        var claims = try ClaimCommandTableTests.scenario(at: .proposed)
        let fault = try #require(try claims.orders(.decline(claim: "R1-1", reason: "no bill")).first?.refusal)
        #expect(
            fault
                == Fault(
                    field: "data.claim", problem: "is not a claim of this complaint", expected: "one of R20260930003000127-1"))
    }

    @Test func whereSeveralWaitACommandHasToNameOne() throws {
        var claims = ClaimScenario()
        try claims.registers()
        try claims.finds(fen: 6_000, Particulars(cause: "bill-1"))
        try claims.finds(fen: 7_000, Particulars(cause: "bill-2"))
        #expect(try claims.orders(.approve()).first?.refusal?.problem == "is missing while several claims wait")
        #expect(try claims.orders(.approve(claim: ClaimScenario.second)).first?.approval?.amount == Money(minorUnits: 7_000))
        #expect(try claims.orders(.approve()).first?.approval?.amount == Money(minorUnits: 6_000))
    }

    @Test func aFailureToldTwiceFailsOneAttempt() throws {
        var claims = try ClaimCommandTableTests.scenario(at: .settlementRequested)
        let failure = ClaimCommand.failSettlement(paymentKey: ClaimScenario.first.rawValue, attempt: 1, reason: "busy")
        #expect(try claims.orders(failure, by: ClaimScenario.billing).map(\.word) == ["settlementFailed"])
        try claims.lane.whenDue()
        let before = claims.lane.state
        #expect(try claims.orders(failure, by: ClaimScenario.billing) == [])
        #expect(claims.lane.state == before)
        let next = ClaimCommand.failSettlement(paymentKey: ClaimScenario.first.rawValue, attempt: 2, reason: "busy")
        #expect(try claims.orders(next, by: ClaimScenario.billing).first?.failure?.attempt == 2)
        let never = ClaimCommand.failSettlement(paymentKey: ClaimScenario.first.rawValue, attempt: 9, reason: "busy")
        #expect(try claims.orders(never, by: ClaimScenario.billing).first?.refusal?.field == "data.attempt")
    }

    @Test func aPersonsRetryToldTwiceRetriesOnce() throws {
        var claims = try ClaimCommandTableTests.scenario(at: .settlementFailed)
        let retry = ClaimCommand.retrySettlement(claim: ClaimScenario.first, attempt: 3)
        #expect(try claims.orders(retry).first?.request?.attempt == 4)
        for _ in 1...3 {
            try claims.fails()
            try claims.lane.whenDue()
        }
        #expect(claims.status == .settlementFailed)
        #expect(try claims.orders(retry).first?.refusal?.problem.hasPrefix("was given before: ") == true)
        #expect(claims.status == .settlementFailed)
    }

    @Test func aFailureThatTryingAgainCannotMendWaitsForAPerson() throws {
        let failures = [
            SettlementPolicy.Failure(code: "busy", retryable: Sourced(true)),
            SettlementPolicy.Failure(code: "account-closed", retryable: Sourced(false)),
        ]
        func requested() throws -> ClaimScenario {
            var claims = ClaimScenario(.fixture(settlement: .fixture(failures: failures)))
            try claims.registers()
            try claims.finds(fen: 2_500)
            return claims
        }
        func failure(_ code: String) -> ClaimCommand {
            .failSettlement(paymentKey: ClaimScenario.first.rawValue, attempt: 1, code: code, reason: "said so")
        }
        var busy = try requested()
        #expect(try busy.orders(failure("busy"), by: ClaimScenario.billing).first?.failure?.willRetry == true)
        var closed = try requested()
        let failed = try #require(try closed.orders(failure("account-closed"), by: ClaimScenario.billing).first?.failure)
        #expect(!failed.willRetry && failed.code == "account-closed")
        #expect(closed.status == .settlementFailed)
        #expect(try closed.orders(.retrySettlement()).first?.request?.attempt == 2)
        var unknown = try requested()
        #expect(
            try unknown.orders(failure("moon"), by: ClaimScenario.billing).first?.refusal?.expected == "one of busy, account-closed")
        #expect(unknown.status == .settlementRequested)
        #expect(
            CompensationPolicy.fixture(settlement: .fixture(failures: failures + failures.prefix(1))).faults().map(\.field)
                == ["settlement.failures[2].code"])
    }

    @Test func whoWithdrewIsPaidWhatWasApprovedAndNothingThatWasNot() throws {
        var claims = try ClaimCommandTableTests.scenario(at: .proposed)
        _ = try claims.lane.when(.complaint(.withdrawn(ComplaintWithdrawn(complaint: ClaimScenario.number, at: claims.lane.now))))
        #expect(try claims.orders(.approve()).first?.refusal?.problem == "is not possible: the complaint was withdrawn")
        #expect(try claims.orders(.decline(reason: "withdrawn")).map(\.word) == ["declined"])
    }
}
