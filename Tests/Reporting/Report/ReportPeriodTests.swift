import Domain
import Moments
import Reporting
import Testing

struct ReportPeriodTests {
    @Test(arguments: [
        ("2026-10", "2026-09", "2025-10"), ("2026-01", "2025-12", "2025-01"), ("2026-Q1", "2025-Q4", "2025-Q1"), ("2026", "2025", "2025"),
    ])
    func aPeriodIsComparedWithTheOneBeforeAndThatOfLastYear(text: String, previous: String, lastYear: String) throws {
        let period = try #require(ReportPeriod(text))
        #expect(period.description == text)
        #expect(period.previous.description == previous)
        #expect(period.sameLastYear.description == lastYear)
    }

    @Test func aQuarterIsThreeMonthsOfThePlacesTime() throws {
        let bounds = try #require(ReportPeriod("2026-Q3")).bounds(at: .utc)
        #expect(bounds == at("2026-07-01T00:00:00Z")..<at("2026-10-01T00:00:00Z"), "S013: quarterly")
        let year = try #require(ReportPeriod("2026")).bounds(at: #require(UTCOffset("+08:00")))
        #expect(year == at("2026-01-01T00:00:00+08:00")..<at("2027-01-01T00:00:00+08:00"))
    }

    @Test(arguments: ["2026-13", "2026-00", "2026-Q0", "2026-Q5", "26-10", "2026-1", "", "2026-10-01", "0000"])
    func whatIsNoPeriodIsRefused(text: String) { #expect(ReportPeriod(text) == nil) }

    @Test func aDayLiesInItsMonthQuarterAndYear() throws {
        let day = try #require(CivilDate(year: 2026, month: 11, day: 24))
        #expect(ReportPeriod.Kind.allCases.map { ReportPeriod($0, containing: day).description } == ["2026-11", "2026-Q4", "2026"])
    }
}
