import Moments
import Testing

@testable import Domain

/// What the policy of compensation refuses beyond what its types can say.
struct CompensationPolicyTests {
    @Test func thePolicyOfTheTestsHasNoFaults() {
        #expect(CompensationRules(policy: .fixture()).faults() == [])
        #expect(CompensationPolicy.fixture(unclear: .goodwill, goodwill: .fixture()).faults() == [])
    }

    @Test(arguments: ["3", "1/100", "1/30"])
    func aRateIsReadAndWrittenAsAFraction(text: String) throws {
        #expect(try #require(Rate(text)).description == text)
    }

    @Test(arguments: ["", "0", "1/0", "0/1", "-1", "1/", "/2", "1/2/3", "1 /2", "+1", "1.5", "1%", "٣", "99999999999999999999"])
    func whatIsNoRateIsRefused(text: String) {
        #expect(Rate(text) == nil)
    }

    @Test(arguments: [
        (1, 100, 1, 1, 1), (100, 100, 1, 1, 1), (101, 100, 1, 1, 2), (5_900, 30, 4, 1, 787), (0, 30, 4, 1, 0), (7, 2, 1, 3, 11),
    ])
    func aShareIsRoundedUpOnceAtTheEnd(amount: Int64, denominator: Int64, times: Int64, numerator: Int64, share: Int64) throws {
        #expect(try #require(Rate(numerator, over: denominator)).share(of: amount, times: times) == share)
    }

    @Test func aGroundOrAPartGivenTwiceIsAFault() {
        #expect(CompensationPolicy.fixture(tariffs: [.late, .late]).faults().map(\.field) == ["tariffs[1].ground"])
        let part = TariffPart.part("once", Rate(1))
        #expect(faults(of: [part, part]) == ["tariffs[0].parts[1].name"])
        #expect(faults(of: [TariffPart]()) == ["tariffs[0].parts"])
    }

    @Test func aPartMustNotBeNamedLikeAnotherLineNorBoundedBelowItsFloor() {
        #expect(faults(of: [.part("offset", Rate(1))]) == ["tariffs[0].parts[0].name"])
        #expect(faults(of: [.part("low", Rate(1), floor: 500, cap: 499)]) == ["tariffs[0].parts[0].cap.value"])
        #expect(faults(of: [.part("low", Rate(1), floor: -1)]) == ["tariffs[0].parts[0].floor.value"])
        #expect(faults(of: [.part("low", Rate(1), cap: 0)]) == ["tariffs[0].parts[0].cap.value"])
        #expect(faults(of: [.part("even", Rate(1), floor: 500, cap: 500)]) == [])
    }

    @Test func goodwillWithoutASumIsAFault() {
        #expect(CompensationPolicy.fixture(unclear: .goodwill).faults().map(\.field) == ["goodwill.sum"])
        #expect(CompensationPolicy.fixture(notAtFault: .goodwill, goodwill: .fixture(sum: nil)).faults().map(\.field) == ["goodwill.sum"])
        #expect(CompensationPolicy.fixture(goodwill: .fixture(sum: 0)).faults().map(\.field) == ["goodwill.sum.value"])
    }

    @Test func aCurrencyIsThreeCapitals() {
        for currency in ["", "yuan", "cny", "元元元"] {
            #expect(CompensationPolicy.fixture(currency: currency).faults().map(\.field) == ["currency.value"])
        }
    }

    @Test func bandsRiseWithoutAGapToOneThatHasNoLimit() {
        let (policy, supervisor, manager) = (AuthorityBand.fixture[0], AuthorityBand.fixture[1], AuthorityBand.fixture[2])
        #expect(faults(of: [AuthorityBand]()) == ["authority"])
        #expect(faults(of: [policy]) == ["authority[0].upTo"])
        #expect(faults(of: [policy, policy, manager]) == ["authority[1].band", "authority[1].upTo.value"])
        #expect(faults(of: [supervisor, policy, manager]) == ["authority[1].upTo.value", "authority[1].approvers"])
        #expect(
            faults(of: [policy, AuthorityBand(band: "open", upTo: nil, approvers: supervisor.approvers), manager]) == ["authority[1].upTo"])
        #expect(faults(of: [policy, supervisor, AuthorityBand(band: "all", upTo: nil, approvers: nil)]) == ["authority[2].approvers"])
    }

    @Test(arguments: ["", "*", "sup*visor", "**"])
    func anApproverMustBeSomebodyInParticular(pattern: String) {
        let bands = [AuthorityBand(band: "all", upTo: nil, approvers: Sourced(["manager-1", pattern]))]
        #expect(faults(of: bands) == ["authority[0].approvers.value[1]"])
    }

    @Test func aBandThatNobodyMayDecideIsAFault() {
        #expect(
            faults(of: [AuthorityBand(band: "all", upTo: nil, approvers: Sourced([]))]) == ["authority[0].approvers.value"])
    }

    @Test func aSettlementNeedsAnAttemptAWaitAndTimeToAnswer() {
        let settlement = SettlementPolicy.fixture(attempts: 0, backoff: [], answerTimeout: "0s")
        #expect(
            CompensationPolicy.fixture(settlement: settlement).faults().map(\.field) == [
                "settlement.attempts.value", "settlement.backoff.value", "settlement.answerTimeout.value",
            ])
    }

    private func faults(of parts: [TariffPart]) -> [String] {
        CompensationPolicy.fixture(tariffs: [Tariff.of("made-up", parts)]).faults().map(\.field)
    }

    private func faults(of bands: [AuthorityBand]) -> [String] {
        CompensationPolicy.fixture(authority: bands).faults().map(\.field)
    }
}
