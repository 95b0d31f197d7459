import Moments
import Testing

@testable import Domain

/// What can be read and not be taken: the gateway is told the field, the fault and what was expected.
struct IntakeRejectionTests {
    @Test(arguments: [
        ("1969-07-20T20:17:00Z", "is too long ago"), ("2100-01-01T00:00:00Z", "is in the future"),
        ("2026-09-30T09:05:00.001+08:00", "is in the future"), ("2024-09-29T08:59:59.999+08:00", "is too long ago"),
    ])
    func aTimeThatCannotBeIsRejected(received: String, problem: String) throws {
        var line = LineScenario()
        let fault = try #require(try line.submits(receivedAt: at(received)).fault)
        #expect(fault.field == "data.receivedAt")
        #expect(fault.problem == problem)
        #expect(line.intake.state == nil)
    }

    @Test(arguments: ["2026-09-30T09:05:00+08:00", "2024-09-29T09:00:00+08:00", "2026-09-30T01:00:00Z"])
    func theLastMomentsThatCanBeAreTaken(received: String) throws {
        var line = LineScenario()
        #expect(try line.submits(receivedAt: at(received)).registered?.receivedAt == at(received))
    }

    @Test func unknownWordsAreRejectedWithTheKnownOnes() throws {
        var line = LineScenario()
        let channel = try #require(try line.submits("pigeon").fault)
        #expect(channel.field == "data.channel")
        #expect(channel.expected.hasPrefix("one of hotline, wechat, "))
        let category = try #require(try line.submits("hotline", "weather").fault)
        #expect(category.field == "data.category")
        #expect(category.expected == "one of billing, network, service, marketing")
        #expect(line.intake.state == nil)
    }

    @Test(arguments: ["", "CN", "CN-", "cn-JS", "CN_JS", "CN-JSXX", "CN-js", "C1-JS", "江苏", "CN-J S"])
    func aProvinceThatIsNoISOCodeIsRejected(code: String) throws {
        var line = LineScenario()
        #expect(try line.submits(province: Province(code)).fault?.field == "data.province")
    }

    @Test(arguments: ["CN-JS", "US-IL", "FR-75", "GB-ENG"])
    func anyProvinceOfTheWorldIsTakenWhereThePolicyTakesAny(code: String) throws {
        var line = LineScenario()
        #expect(try line.submits(province: Province(code)).registered != nil)
        var listed = LineScenario(.fixture(provinces: .listed))
        #expect((try listed.submits(province: Province(code)).registered != nil) == (code == "CN-JS"))
    }

    @Test func aRejectionCarriesTheIdentityOfWhatIsRejected() throws {
        var line = LineScenario()
        let events = try line.submits("pigeon")
        guard case .rejected(let rejected)? = events.first else {
            Issue.record("expected a rejection, got \(events)")
            return
        }
        #expect(rejected.eventSource == "/gateway/hotline-10000")
        #expect(rejected.eventID == "in-1")
        #expect(rejected.line == LineScenario.line)
        #expect(rejected.at == LineScenario.morning)
    }

    @Test func aRefusedSupplementLeavesTheFileAsItWas() throws {
        var line = LineScenario()
        _ = try line.submits(given: ["customer"])
        let before = line.file
        let late = LineScenario.submission(given: LineScenario.all, receivedAt: at("1969-07-20T20:17:00Z"))
        #expect(try line.when(.supplement(complaint: nil, late)).fault?.field == "data.receivedAt")
        #expect(line.file == before)
    }
}
