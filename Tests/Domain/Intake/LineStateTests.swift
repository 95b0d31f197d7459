import Moments
import Testing

@testable import Domain

/// What a line's file keeps, and how long.
struct LineStateTests {
    @Test func aComplaintArchivedLongerThanWindowAndMarginLeavesTheFile() throws {
        var line = LineScenario()
        let first = try #require(try line.submits().registered)
        line.given(first.complaint, archivedAt: at("2026-10-01T12:00:00+08:00"))
        _ = try line.when(.wake, at: at("2026-11-30T12:00:00+08:00"))
        #expect(line.file.map(\.number) == [first.complaint])
        _ = try line.when(.wake, at: at("2026-11-30T12:00:00.001+08:00"))
        #expect(line.intake.state == nil)
    }

    @Test func anOpenComplaintStaysForEver() throws {
        var line = LineScenario()
        let first = try #require(try line.submits().registered)
        _ = try line.when(.wake, at: at("2036-09-30T09:00:00+08:00"))
        #expect(line.file.map(\.number) == [first.complaint])
    }

    @Test func aLineThatIsSettledOnTheSpotEveryHourKeepsASmallFile() throws {
        var line = LineScenario()
        _ = try line.submits("hotline", "network")
        for hour in 1...100 {
            _ = try line.submits(
                given: ["description"], settledOnSpot: true, at: LineScenario.morning.adding(.hours(hour)))
        }
        #expect(line.file.count == LineState.closedLimit + 1)
        #expect(line.file.first?.category == "network")
    }

    @Test func aRegisteredComplaintLeavesNoPersonalDataInTheFile() throws {
        var line = LineScenario()
        _ = try line.submits(given: ["customer"])
        _ = try line.supplements(given: ["contact", "description"])
        #expect(line.file.map(\.standing) == [.open])
    }

    @Test func itIsNotToldTwiceThatAComplaintIsArchived() throws {
        var line = LineScenario()
        let first = try #require(try line.submits(given: ["description"], settledOnSpot: true).registered)
        line.given(first.complaint, archivedAt: at("2026-10-09T12:00:00+08:00"))
        _ = try line.when(.wake)
        #expect(line.file.map(\.closedAt) == [LineScenario.morning])
    }

    @Test func whatLeavesTheFileIsRememberedForAsLongAsThePolicySaysAndNoLonger() throws {
        var line = try LineScenario(rules: .china())
        let first = try #require(try line.submits().registered)
        line.given(first.complaint, archivedAt: at("2026-10-01T12:00:00+08:00"))
        _ = try line.when(.wake, at: at("2026-12-15T12:00:00+08:00"))
        #expect(line.file.isEmpty)
        #expect(line.intake.state?.past?.map(\.level) == [.provincial])
        _ = try line.when(.wake, at: at("2028-10-31T12:00:00+08:00"))
        #expect(line.intake.state?.past?.count == 1, "two years, and the margin for what arrives late")
        _ = try line.when(.wake, at: at("2028-10-31T12:00:00.001+08:00"))
        #expect(line.intake.state == nil)
    }

    @Test func aLineThatComplainsEveryHourRemembersOneOfEachLevelAndCategory() throws {
        var line = try LineScenario(rules: .china())
        for hour in 1...100 {
            _ = try line.submits(
                "hotline", hour.isMultiple(of: 2) ? "billing" : "network", given: ["description", "settlement"], settledOnSpot: true,
                at: LineScenario.morning.adding(.hours(hour)))
        }
        #expect(line.file.count == LineState.closedLimit)
        #expect(line.intake.state?.past?.count == 2)
    }
}
