import Moments
import Testing

@testable import Domain

/// What the policies of intake refuse beyond what their types can say.
struct IntakePolicyTests {
    @Test func thePolicyOfTheTestsHasNoFaults() {
        #expect(IntakeRules(intake: .fixture(), channels: .fixture, appeals: .fixture).faults() == [])
    }

    @Test func aChannelGivenTwiceIsAFault() {
        let hotline = ChannelPolicy.fixture.channels[0]
        let policy = ChannelPolicy(version: "1", effective: .always, channels: [hotline, hotline])
        #expect(policy.faults().map(\.field) == ["channels[1].code"])
        #expect(ChannelPolicy(version: "1", effective: .always, channels: []).faults().map(\.problem) == ["is empty"])
    }

    @Test func aProvinceThatIsNoCodeOrIsGivenTwiceIsAFault() {
        let provinces = ProvincePolicy(
            accept: Sourced(.listed),
            listed: ["CN-JS", "Jiangsu", "CN-JS"].map { ProvinceRule(code: Province($0), name: "") })
        #expect(provinces.faults().map(\.field) == ["provinces.listed[1].code", "provinces.listed[2].code"])
        #expect(ProvincePolicy(accept: Sourced(.listed), listed: []).faults().map(\.field) == ["provinces.listed"])
    }

    @Test func aLimitThatLetsNothingInIsAFault() {
        #expect(IntakePolicy.fixture(supplementLimit: 0).faults().map(\.field) == ["supplementLimit.value"])
    }
}
