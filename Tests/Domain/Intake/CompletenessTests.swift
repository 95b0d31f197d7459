import Moments
import Testing

@testable import Domain

/// Completeness, what is asked for, and what completes (S065, S069, S070).
struct CompletenessTests {
    @Test func aCompleteComplaintIsRegisteredWithItsNumberAndItsDay() throws {
        var line = LineScenario()
        let registered = try #require(try line.submits("hotline", "billing", receivedAt: at("2026-09-30T08:58:00+08:00")).registered)
        #expect(registered.complaint == "C20260930003000127")
        #expect(registered.receivedAt == at("2026-09-30T08:58:00+08:00"))
        #expect(registered.registeredAt == LineScenario.morning)
        #expect(registered.level == .provincial)
        #expect(registered.nature == .ordinary)
        #expect(registered.flags == [])
        #expect(registered.language == .chinese)
        #expect(registered.repeatOf == nil)
        #expect(registered.policyVersion == "test-1")
        #expect(line.file.map(\.standing) == [.open])
    }

    @Test func theNumberShowsTheDayInTheOperatorsTimeZone() throws {
        var line = LineScenario(at: at("2026-09-30T16:00:00Z"))
        #expect(try line.submits().registered?.complaint == "C20261001003000127")
    }

    @Test func whatIsMissingIsAskedForInThePolicysOrder() throws {
        var line = LineScenario()
        let asked = try #require(try line.submits("hotline", nil, given: ["customer"]).informationRequired)
        #expect(asked.missing == ["contact", "description", "category"])
        #expect(asked.complaint == "C20260930003000127")
        #expect(asked.askedAt == LineScenario.morning)
        #expect(line.file.map(\.isIncomplete) == [true])
    }

    @Test func aChannelMayAskForLess() throws {
        var line = LineScenario()
        #expect(try line.submits("complaint-box", "service", given: ["description"]).registered != nil)
        var other = LineScenario()
        #expect(try other.submits("complaint-box", nil, given: ["description"]).informationRequired?.missing == ["category"])
    }

    @Test func aSupplementThatCompletesRegistersAndTheClockStillRunsFromTheFirstContact() throws {
        var line = LineScenario()
        let asked = try #require(try line.submits("hotline", nil, given: ["customer", "contact"]).informationRequired)
        let dayLater = at("2026-10-01T10:00:00+08:00")
        let partial = try #require(
            try line.when(
                .supplement(complaint: nil, LineScenario.submission("wechat", "network", given: [], personal: .sample("part-2"))),
                at: dayLater
            ).supplemented)
        #expect(partial.complaint == asked.complaint)
        #expect(partial.stillMissing == ["description"])
        let registered = try #require(
            try line.supplements(asked.complaint, given: ["description"], personal: .sample("part-3")).registered)
        #expect(registered.complaint == asked.complaint)
        #expect(registered.receivedAt == LineScenario.morning)
        #expect(registered.registeredAt == dayLater)
        #expect(registered.channel == "hotline")
        #expect(registered.category == "network")
        #expect(registered.personal.parts == [.sample("sealed"), .sample("part-2"), .sample("part-3")])
    }

    @Test func aSupplementToARegisteredComplaintIsPassedOn() throws {
        var line = LineScenario()
        let registered = try #require(try line.submits().registered)
        let passed = try #require(try line.supplements(given: ["description"], personal: .sample("more")).supplemented)
        #expect(passed.complaint == registered.complaint)
        #expect(passed.stillMissing == [])
        #expect(passed.personal == .sample("more"))
    }

    @Test func aSecondFormThatBringsWhatWasMissingCompletesInsteadOfUrging() throws {
        var line = LineScenario()
        let asked = try #require(try line.submits(given: ["customer", "description"]).informationRequired)
        let registered = try #require(try line.submits("wechat").registered)
        #expect(registered.complaint == asked.complaint)
        #expect(line.file.count == 1)
    }

    @Test func endlessSupplementsThatNeverCompleteAreRefused() throws {
        var line = LineScenario()
        _ = try line.submits("hotline", nil, given: [])
        #expect(try line.supplements(given: ["customer"]).supplemented != nil)
        #expect(try line.supplements(given: []).supplemented != nil)
        let before = line.file
        let fault = try #require(try line.supplements(given: []).fault)
        #expect(fault.expected == "all of contact, description, category")
        #expect(line.file == before)
        #expect(try line.supplements(nil, "billing", given: ["contact", "description"]).registered != nil)
    }

    @Test func aComplaintSettledOnTheSpotIsRegisteredAndClosedInTheFile() throws {
        var line = LineScenario()
        let registered = try #require(try line.submits(given: ["description"], settledOnSpot: true).registered)
        #expect(registered.settledOnSpot)
        #expect(line.file.map(\.standing) == [.settled(at: LineScenario.morning)])
    }

    @Test func aComplaintSettledOnTheSpotCountsAsAComplaintEvenWhileAnotherIsOpen() throws {
        var line = LineScenario()
        let open = try #require(try line.submits().registered)
        let settled = try #require(try line.submits(settledOnSpot: true).registered)
        #expect(settled.complaint != open.complaint)
        #expect(line.file.map(\.isOpen) == [true, false])
    }
}
