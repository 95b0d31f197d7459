import Moments
import Testing

@testable import Domain

/// Who decides while an approver is away.
struct DeputyTests {
    private static let leave = Delegation(
        absent: ClaimScenario.manager, deputy: ClaimScenario.supervisor, from: at("2026-10-01T00:00:00+08:00"),
        until: at("2026-10-08T00:00:00+08:00"), source: "the manager's order")

    private func waiting(by finder: ActorID = ClaimScenario.finder) throws -> ClaimScenario {
        var claims = ClaimScenario(.fixture(delegations: [Self.leave]))
        try claims.registers()
        try claims.finds(fen: 60_000, by: finder)
        return claims
    }

    @Test(arguments: [
        ("2026-09-30T23:59:59+08:00", false), ("2026-10-01T00:00:00+08:00", true), ("2026-10-07T23:59:59+08:00", true),
        ("2026-10-08T00:00:00+08:00", false),
    ])
    func aDeputyDecidesFromTheFirstMomentToTheLast(time: String, may: Bool) throws {
        var claims = try waiting()
        let event = try claims.orders(.approve(), at: at(time)).first
        #expect((event?.approval?.onBehalfOf == ClaimScenario.manager) == may)
        #expect((event?.refusal?.field == "actor") == !may)
        #expect(event?.approval?.by == (may ? ClaimScenario.supervisor : nil))
    }

    @Test func neverInACaseThatEitherOfTheTwoMade() throws {
        let during = at("2026-10-02T09:00:00+08:00")
        for maker in [ClaimScenario.supervisor, ClaimScenario.manager] {
            var claims = try waiting(by: maker)
            #expect(try claims.orders(.approve(), at: during).first?.refusal?.field == "actor", "\(maker)")
            #expect(claims.status == .proposed)
        }
    }

    @Test func anApprovalInOnesOwnRightIsForNobodyElse() throws {
        var claims = ClaimScenario(.fixture(delegations: [Self.leave]))
        try claims.registers()
        try claims.finds(fen: 6_000)
        let approval = try claims.orders(.approve(), at: at("2026-10-02T09:00:00+08:00")).first?.approval
        #expect(approval != nil && approval?.onBehalfOf == nil)
    }

    @Test func aDelegationThatEndsBeforeItBeginsOrToOneselfIsAFault() {
        let backwards = Delegation(
            absent: "manager-1", deputy: "manager-1", from: Self.leave.until, until: Self.leave.from, source: "test")
        #expect(
            CompensationPolicy.fixture(delegations: [backwards]).faults().map(\.field) == [
                "delegations[0].until", "delegations[0].deputy",
            ])
    }
}
