import Contracts
import Foundation
import Testing

@testable import Domain

/// A complaint keeps the tariffs it was accepted under; who decides and how it is paid goes by the policy in force.
struct PinnedTariffTests {
    private static let former = CompensationPolicy.fixture(
        version: "accepted-under-1", tariffs: [.of("wrong-charge", [.part("wrong-charge", Rate(2))])],
        authority: [AuthorityBand(band: "former", upTo: nil, approvers: nil)])
    private static let current = CompensationPolicy.fixture(version: "test-2")

    private func proposal(earlier: [CompensationPolicy]) throws -> ClaimProposed? {
        var lane = Scenario(
            CompensationDecider.self, policy: .only(Self.current, earlier: earlier), at: ClaimScenario.morning)
        try lane.when(ClaimScenario.registration)
        return try lane.when(.workOrder(.liabilityFound(ClaimScenario.finding(fen: 3_000)))).first?.proposal
    }

    @Test func theTariffIsOfTheDayOfAcceptanceAndTheAuthorityOfToday() throws {
        let claim = try #require(try proposal(earlier: [Self.former]))
        #expect(claim.amount == Money(minorUnits: 6_000))
        #expect(claim.band == "supervisor")
    }

    @Test func whereThatVersionIsNotLoadedTheOneInForceStandsIn() throws {
        #expect(try proposal(earlier: [])?.amount == Money(minorUnits: 3_000))
    }

    @Test func aProvinceIsRememberedOnlyWhereATariffSpeaksOfIt() throws {
        func file(_ province: Province, version: PolicyVersion) throws -> ClaimState? {
            var policy = try CompensationPolicy.china()
            policy = .fixture(version: version, tariffs: policy.tariffs)
            var claims = ClaimScenario(policy)
            _ = try claims.lane.when(.complaint(.registered(ComplaintScenario.complaint(province: province))))
            return claims.file
        }
        #expect(try file("CN-HA", version: "accepted-under-1")?.province == "CN-HA")
        #expect(try file("CN-JS", version: "accepted-under-1")?.province == nil)
        #expect(try file("CN-JS", version: "stand-in")?.province == "CN-JS")
    }

    @Test func aDocumentOfAFormerReleaseIsStillRead() throws {
        let finding =
            #"{"complaint":"C20260930003000127","workOrder":"W20260930003000127","liability":"operator-at-fault","ground":"wrong-charge","#
            + #""amount":{"minorUnits":2500,"currency":"CNY"},"by":"staff-1042","at":"2026-09-30T09:01:00+08:00"}"#
        let text =
            #"{"registered":{"_0":{"complaint":"C20260930003000127","line":{"token":"line-8000","masked":"138****8000"},"count":1,"#
            + #""claims":[{"claim":"R20260930003000127-1","finding":\#(finding),"amount":{"minorUnits":2500,"currency":"CNY"},"#
            + #""stage":{"settled":{"reference":"pay-881"}},"attempts":1}]}}}"#
        let state = try WireCoder().decode(Compensation.self, from: Data(text.utf8))
        guard case .registered(let file) = state, let claim = file.claims.first else {
            Issue.record("expected a registered complaint with a claim")
            return
        }
        #expect(claim.kind == .liability && claim.status == .settled && claim.maker == "staff-1042")
        let context = DecisionContext(
            now: ClaimScenario.morning.adding(.hours(1)), policy: PolicyVersions<CompensationRules>.only(.fixture()),
            serial: Serial(lane: 3, number: 1))
        let finding2 = CompensationInput.workOrder(.liabilityFound(ClaimScenario.finding(fen: 4_000, at: context.now)))
        let decision = try CompensationDecider.decide(finding2, given: state, in: context)
        #expect(decision.events.first?.proposal?.amount == Money(minorUnits: 1_500))
    }
}
