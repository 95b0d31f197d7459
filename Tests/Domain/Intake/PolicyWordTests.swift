import Moments
import Testing

@testable import Domain

/// Durations and offsets as policy files write them.
struct PolicyWordTests {
    @Test(arguments: [("30d", 30 * 86_400), ("48h", 172_800), ("90m", 5_400), ("20s", 20), ("0s", 0), ("731d", 731 * 86_400)])
    func aDurationIsReadInItsUnit(text: String, seconds: Int) throws {
        let duration = try #require(PolicyDuration(text))
        #expect(duration.duration == .seconds(seconds))
        #expect(PolicyDuration(duration.description) == duration)
    }

    @Test(arguments: ["", "d", "30", "30 d", "-1d", "1.5h", "1w", "30D", "+5m", "٣d", "99999999999999999999d", "9999999999999d"])
    func whatIsNoDurationIsRefused(text: String) {
        #expect(PolicyDuration(text) == nil)
    }

    @Test(arguments: [("30d", "30d"), ("24h", "1d"), ("25h", "25h"), ("60m", "1h"), ("61s", "61s"), ("0d", "0s")])
    func aDurationIsWrittenInTheLargestWholeUnit(text: String, written: String) {
        #expect(PolicyDuration(text)?.description == written)
    }

    @Test(arguments: [("+08:00", 480), ("-05:30", -330), ("+00:00", 0), ("Z", 0), ("+18:00", 1080)])
    func anOffsetIsRead(text: String, minutes: Int) {
        #expect(UTCOffset(text)?.minutes == minutes)
    }

    @Test(arguments: ["", "8", "08:00", "+8:00", "+0800", "+08:60", "+19:00", "+aa:00", "+08:00 "])
    func whatIsNoOffsetIsRefused(text: String) {
        #expect(UTCOffset(text) == nil)
    }

    @Test func aDayBeginsWhereTheClocksSay() throws {
        let shanghai = try #require(UTCOffset("+08:00"))
        #expect(at("2026-09-30T15:59:59.999Z").day(at: shanghai).description == "2026-09-30")
        #expect(at("2026-09-30T16:00:00Z").day(at: shanghai).description == "2026-10-01")
        #expect(at("1969-12-31T15:59:59Z").day(at: shanghai).description == "1969-12-31")
    }

    @Test func aPeriodHoldsItsFirstAndItsLastDay() throws {
        let first = try #require(CivilDate("2026-01-01"))
        let last = try #require(CivilDate("2026-12-31"))
        let year = EffectivePeriod(from: first, until: last)
        #expect(year.contains(first) && year.contains(last))
        #expect(!year.contains(first.adding(days: -1)) && !year.contains(last.adding(days: 1)))
        #expect(EffectivePeriod(from: last, until: first).faults().map(\.field) == ["effective.until"])
    }
}
