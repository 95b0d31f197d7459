import Domain
import Policies
import Testing

/// The calendar that ships, held against the State Council's notices and against dates calculated elsewhere.
struct ShippedCalendarTests {
    private let calendar: WorkCalendar

    init() throws {
        let pack = try PolicyPackLoader.load(directory: PackFolder.china)
        calendar = try #require(pack.clocks.current.calendars["china"])
    }

    private func calculate(_ allowance: Allowance, from start: String, rolling: Bool = false) throws -> CalendarCalculation {
        try CalendarCalculation(adding: allowance, to: #require(Instant("\(start)T16:00:00+08:00")), by: calendar, rolling: rolling)
    }

    @Test(arguments: [
        (2025, [19, 19, 21, 22, 19, 20, 23, 21, 23, 18, 20, 23]),
        (2026, [21, 16, 22, 21, 19, 21, 23, 21, 22, 18, 21, 23]),
    ])
    func eachMonthHasItsWorkdays(year: Int, expected: [Int]) throws {
        let months = try (1...12).map { try CalendarMonth(of: #require(CivilDate(year: year, month: $0, day: 1)), in: calendar) }
        #expect(months.map(\.workdays) == expected)
        #expect(months.allSatisfy { !$0.isProvisional })
    }

    @Test(arguments: [
        ("2025-01-24", 5, "2025-02-07"), ("2025-01-26", 5, "2025-02-08"), ("2025-04-25", 5, "2025-05-06"),
        ("2025-09-26", 5, "2025-10-10"), ("2025-09-30", 5, "2025-10-14"), ("2025-10-10", 1, "2025-10-11"),
        ("2025-12-31", 1, "2026-01-04"), ("2025-12-31", 5, "2026-01-08"), ("2026-02-13", 1, "2026-02-14"),
        ("2026-02-13", 5, "2026-02-27"), ("2026-02-14", 1, "2026-02-24"), ("2026-04-30", 5, "2026-05-11"),
        ("2026-09-18", 1, "2026-09-20"), ("2026-09-30", 5, "2026-10-13"),
    ])
    func workingDaysLeaveTheStartAndTheHolidaysOut(start: String, days: Int, last: String) throws {
        let calculation = try calculate(.workingDays(days), from: start)
        #expect(calculation.lastDay.description == last)
        #expect(try calculation.due == #require(Instant("\(last)T00:00:00+08:00")).adding(.days(1)))
        #expect(calculation.steps.first?.reason == .startDay)
        #expect(calculation.steps.count { $0.counted.duration == .days(1) } == days)
        #expect(calculation.steps.last?.total.duration == .days(days))
    }

    @Test(arguments: [
        ("2025-01-15", "2025-01-30", "2025-02-05"), ("2025-09-20", "2025-10-05", "2025-10-09"),
        ("2026-02-05", "2026-02-20", "2026-02-24"), ("2026-09-12", "2026-09-27", "2026-09-28"),
        ("2026-09-20", "2026-10-05", "2026-10-08"),
    ])
    func fifteenCalendarDaysEndWhereTheyEndUnlessRolled(start: String, plain: String, rolled: String) throws {
        #expect(try calculate(.calendarDays(15), from: start).lastDay.description == plain)
        let calculation = try calculate(.calendarDays(15), from: start, rolling: true)
        #expect(calculation.lastDay.description == rolled)
        #expect(calculation.steps.last?.reason == .rolled)
    }

    @Test func workingHoursStopForLunchAndHoliday() throws {
        let start = try #require(Instant("2026-09-30T11:00:00+08:00"))
        let calculation = try CalendarCalculation(adding: .workingTime(PolicyDuration(.hours(8))), to: start, by: calendar)
        #expect(calculation.due == Instant("2026-10-08T11:30:00+08:00"))
        #expect(calculation.steps.map(\.counted.description) == ["330m", "0s", "0s", "0s", "0s", "0s", "0s", "0s", "150m"])
        #expect(calculation.steps[1].holiday == "国庆节")
    }

    @Test func whatRestsOnAnUnpublishedYearIsProvisionalAndBeyondThatRefused() throws {
        let calculation = try calculate(.workingDays(2), from: "2026-12-30")
        #expect(calculation.isProvisional)
        #expect(calculation.steps.map(\.isProvisional) == [false, false, true])
        #expect(try CalendarMonth(of: #require(CivilDate("2027-05-01")), in: calendar).isProvisional)
        #expect(throws: CalendarFault.self) { try CalendarMonth(of: #require(CivilDate("2031-01-01")), in: calendar) }
        #expect(throws: CalendarFault.self) { try calculate(.workingDays(1500), from: "2026-12-30") }
    }
}
