import CommandLine
import Domain
import Foundation
import Policies
import Testing

@testable import OperatorService

struct CalendarCommandTests {
    private let calendar: WorkCalendar

    init() throws {
        let pack = try PolicyPackLoader.load(directory: ShippedFile.url("Ops/policies/china"))
        calendar = try #require(pack.clocks.current.calendars["china"])
    }

    private func request(_ words: String...) throws -> CalendarRequest {
        try CalendarRequest(CommandLines.parse(["calendar", "add"] + words), calendar: calendar)
    }

    @Test func aMonthShowsItsWeeksWithRestAndMakeUpDaysAligned() throws {
        let month = try CalendarMonth(of: #require(CivilDate("2026-10-01")), in: calendar)
        #expect(
            CalendarPage(month: month, calendar: calendar).text == """
                2026年10月  18 working days, calendar china
                  一    二    三    四    五    六    日
                                   1休   2休   3休   4休
                 5休   6休   7休   8     9    10班  11 -
                12    13    14    15    16    17 -  18 -
                19    20    21    22    23    24 -  25 -
                26    27    28    29    30    31 -

                休  国庆节  2026-10-01 … 2026-10-07
                班  国庆节  2026-10-10

                """)
    }

    @Test func aYearWithoutNoticeIsMarkedOnThePage() throws {
        let month = try CalendarMonth(of: #require(CivilDate("2027-01-01")), in: calendar)
        let page = CalendarPage(month: month, calendar: calendar)
        #expect(page.text.hasPrefix("2027年1月  21 working days, calendar china (provisional: no notice for 2027 is published)\n"))
        #expect(try JSONOutput.text(page).contains(#""notice":null,"provisional":true,"source":null,"workdays":21"#))
    }

    @Test func fiveWorkingDaysOverTheNationalHolidayAreToldDayByDay() throws {
        let asked = try request("2026-09-30T16:00", "5")
        let answer = CalendarAnswer(
            asked, try CalendarCalculation(adding: asked.allowance, to: asked.start, by: calendar), calendar: calendar)
        #expect(answer.text.hasPrefix("2026-09-30 16:00 and 5 working days, by the calendar china: due 2026-10-13 24:00\n"))
        #expect(answer.text.contains("2026-10-10 六       1d     3d  make-up-workday, 国庆节\n"))
        let json = try JSONOutput.text(answer)
        #expect(json.contains(#""due":"2026-10-13T16:00:00Z""#))
        #expect(json.contains(#""lastDay":"2026-10-13""#))
        #expect(json.contains(#""steps":[{"counted":"0s","date":"2026-09-30""#))
    }

    @Test func anAmountIsInWorkingDaysUnlessAnOptionSaysOtherwise() throws {
        #expect(try request("2026-09-30", "5").allowance == .workingDays(5))
        #expect(try request("2026-09-30", "15", "--calendar-days").allowance == .calendarDays(15))
        #expect(try request("2026-09-30", "8", "--working-hours").allowance == .workingTime(PolicyDuration(.hours(8))))
        #expect(throws: UsageError.self) { try request("2026-09-30", "8", "--working-hours", "--calendar-days") }
        for amount in ["0", "+5", "-5", "５", "5.0", "3661", " 5"] {
            #expect(throws: UsageError.self, "\(amount)") { try request("2026-09-30", amount) }
        }
        #expect(throws: UsageError.self) { try request("yesterday", "1") }
        #expect(throws: UsageError.self) { try request() }
    }

    @Test(arguments: [
        ("2026-09-30", "2026-09-30T00:00:00+08:00"), ("2026-09-30T16:00", "2026-09-30T16:00:00+08:00"),
        ("2026-09-30 16:00:05", "2026-09-30T16:00:05+08:00"), ("2026-09-30T16:00:00Z", "2026-10-01T00:00:00+08:00"),
    ])
    func aTimeWithoutOffsetIsTheCalendarsOwn(text: String, meant: String) {
        #expect(CalendarRequest.instant(text, in: calendar.zone) == Instant(meant))
    }

    @Test(arguments: [
        "2026-02-30", "2026-09-30T25:00", "2026-09-30T16", "2026-09-30T16:00:00:00", "soon", "", "2026-+9-30", "+026-09-30",
        "2026-09-30T+9:00", "2026-09-30T9:+5", "２０２６-09-30",
        "2026-09-30T９:00", "2026-09-30T009:00", "2026-09-30TT09:00", "T2026-09-30", "0001-01-01T00:00:00+08:00",
    ])
    func whatIsNoTimeIsRefused(text: String) {
        #expect(CalendarRequest.instant(text, in: calendar.zone) == nil)
    }

    @Test func aMonthIsAMonth() throws {
        let today = try #require(CivilDate("2026-11-24"))
        #expect(try CalendarRequest.month(nil, today: today) == today)
        #expect(try CalendarRequest.month("2026-10", today: today) == CivilDate("2026-10-01"))
        for text in ["2026-13", "2026-+9", "2026-09-+1", "+026-09", "２０２６-09", "2026-9"] {
            #expect(throws: UsageError.self, "\(text)") { try CalendarRequest.month(text, today: today) }
        }
    }
}
