import Domain
import Testing

struct WorkCalendarTests {
    @Test(arguments: [
        (2025, [19, 19, 21, 22, 19, 20, 23, 21, 23, 18, 20, 23]),
        (2026, [21, 16, 22, 21, 19, 21, 23, 21, 22, 18, 21, 23]),
    ])
    func eachMonthHasTheWorkdaysOfTheNotice(year: Int, expected: [Int]) throws {
        let calendar = try Calendars.china()
        let counts = try (1...12).map { month in
            try (1...CivilDate.days(in: month, of: year)).filter { day in
                try calendar.isWorkday(#require(CivilDate(year: year, month: month, day: day)))
            }.count
        }
        #expect(counts == expected)
        #expect(counts.reduce(0, +) == 248)
    }

    @Test(arguments: [
        ("2025-01-24", 5, "2025-02-07"), ("2025-01-26", 5, "2025-02-08"), ("2025-04-25", 5, "2025-05-06"),
        ("2025-09-26", 5, "2025-10-10"), ("2025-09-30", 5, "2025-10-14"), ("2025-10-10", 1, "2025-10-11"),
        ("2025-12-31", 1, "2026-01-04"), ("2025-12-31", 5, "2026-01-08"), ("2026-02-13", 1, "2026-02-14"),
        ("2026-02-13", 5, "2026-02-27"), ("2026-02-14", 1, "2026-02-24"), ("2026-04-30", 5, "2026-05-11"),
        ("2026-09-18", 1, "2026-09-20"), ("2026-09-30", 5, "2026-10-13"),
    ])
    func workingDaysEndAtMidnightOfTheirLastDay(start: String, days: Int, last: String) throws {
        let calendar = try Calendars.china()
        let expected = try #require(Instant("\(last)T00:00:00+08:00")).adding(.days(1))
        for time in ["00:00:00", "10:30:00", "23:59:59.999"] {
            let calculation = try calendar.adding(workingDays: days, to: #require(Instant("\(start)T\(time)+08:00")))
            #expect(calculation == Calculated.final(expected))
        }
    }

    @Test(arguments: [
        ("2025-01-15", "2025-01-30", "2025-02-05"), ("2025-09-20", "2025-10-05", "2025-10-09"),
        ("2026-02-05", "2026-02-20", "2026-02-24"), ("2026-09-12", "2026-09-27", "2026-09-28"),
        ("2026-09-20", "2026-10-05", "2026-10-08"),
    ])
    func fifteenCalendarDaysEndOnRestDaysUnlessRolled(start: String, plain: String, rolled: String) throws {
        let calendar = try Calendars.china()
        let from = try #require(Instant("\(start)T16:00:00+08:00"))
        let plainEnd = try #require(Instant("\(plain)T00:00:00+08:00")).adding(.days(1))
        let rolledEnd = try #require(Instant("\(rolled)T00:00:00+08:00")).adding(.days(1))
        #expect(try calendar.adding(calendarDays: 15, to: from).instant == plainEnd)
        #expect(try calendar.adding(calendarDays: 15, to: from, rolling: true).instant == rolledEnd)
    }

    @Test func aDayThatEndsAtClosingEndsWithTheLastInterval() throws {
        let calendar = try Calendars.china()
        let from = try #require(Instant("2026-09-30T16:00:00+08:00"))
        let end = try calendar.adding(workingDays: 5, to: from, dayEnd: .closing).instant
        #expect(end == Instant("2026-10-13T18:00:00+08:00"))
        let onHoliday = try calendar.adding(calendarDays: 3, to: from, dayEnd: .closing).instant
        #expect(onHoliday == Instant("2026-10-04T00:00:00+08:00"))
        let rolled = try calendar.adding(calendarDays: 3, to: from, dayEnd: .closing, rolling: true).instant
        #expect(rolled == Instant("2026-10-08T18:00:00+08:00"))
    }

    @Test func workingTimeStopsForLunchNightAndHoliday() throws {
        let calendar = try Calendars.china()
        let from = try #require(Instant("2026-09-30T11:00:00+08:00"))
        let beforeLunch = try #require(PolicyDuration("1h"))
        #expect(try calendar.adding(workingTime: beforeLunch, to: from).instant == Instant("2026-09-30T12:00:00+08:00"))
        let acrossLunch = try #require(PolicyDuration("61m"))
        #expect(try calendar.adding(workingTime: acrossLunch, to: from).instant == Instant("2026-09-30T13:31:00+08:00"))
        let acrossHoliday = try #require(PolicyDuration("8h"))
        #expect(try calendar.adding(workingTime: acrossHoliday, to: from).instant == Instant("2026-10-08T11:30:00+08:00"))
    }

    @Test func workingTimeFromTheNightBeginsInTheMorning() throws {
        let calendar = try Calendars.china()
        let from = try #require(Instant("2026-10-10T03:00:00+08:00"))
        #expect(
            try calendar.adding(workingTime: #require(PolicyDuration("30m")), to: from).instant == Instant("2026-10-10T09:30:00+08:00"))
    }

    @Test func aYearWithoutNoticeIsMarkedProvisional() throws {
        let calendar = try Calendars.china()
        let from = try #require(Instant("2026-12-30T10:00:00+08:00"))
        #expect(try calendar.adding(workingDays: 1, to: from) == Calculated.final(Instant("2027-01-01T00:00:00+08:00")))
        #expect(try calendar.adding(workingDays: 2, to: from) == Calculated.provisional(Instant("2027-01-02T00:00:00+08:00")))
        #expect(try calendar.adding(calendarDays: 15, to: from).isProvisional == false)
        #expect(try calendar.day(#require(CivilDate("2027-01-01"))).isProvisional)
    }

    @Test func aYearWithoutNoticeIsRefusedWhereThePolicySaysSo() throws {
        let calendar = try Calendars.china(unpublished: .refused)
        let from = try #require(Instant("2026-12-30T10:00:00+08:00"))
        #expect(throws: CalendarFault.self) { try calendar.adding(workingDays: 2, to: from) }
        #expect(throws: CalendarFault.self) { try calendar.isWorkday(#require(CivilDate("2027-01-04"))) }
        #expect(try calendar.adding(calendarDays: 15, to: from).instant == Instant("2027-01-15T00:00:00+08:00"))
        let fault = #expect(throws: CalendarFault.self) { try calendar.day(#require(CivilDate("2024-12-31"))) }
        #expect(
            fault?.fault.description
                == "calendar.china does not know the year 2024; expected a day of a published year; the last one is 2026")
    }

    @Test func aDayTellsWhyItIsWorkedOrNot() throws {
        let calendar = try Calendars.china()
        let kinds = try ["2026-09-20", "2026-10-01", "2026-10-08", "2026-10-17"].map { text in
            let day = try calendar.day(#require(CivilDate(text)))
            return "\(day.kind.rawValue) \(day.holiday ?? "-")"
        }
        #expect(kinds == ["make-up-workday 国庆节", "holiday 国庆节", "workday -", "weekend -"])
    }

    @Test func aSpringDayOfTwentyThreeHoursStillCountsAsOneDay() throws {
        let calendar = try Calendars.berlin()
        let from = try #require(Instant("2026-03-28T12:00:00+01:00"))
        #expect(try calendar.adding(calendarDays: 1, to: from).instant == Instant("2026-03-30T00:00:00+02:00"))
        let night = try #require(Instant("2026-03-29T00:00:00+01:00"))
        #expect(
            try calendar.adding(workingTime: #require(PolicyDuration("5h")), to: night).instant == Instant("2026-03-29T06:00:00+02:00"))
    }

    @Test func anAutumnNightOfSevenHoursIsWorkedInFull() throws {
        let calendar = try Calendars.berlin()
        let night = try #require(Instant("2026-10-25T00:00:00+02:00"))
        #expect(
            try calendar.adding(workingTime: #require(PolicyDuration("7h")), to: night).instant == Instant("2026-10-25T06:00:00+01:00"))
    }
}

/// What a calculation is expected to be.
enum Calculated {
    case final(Instant?)
    case provisional(Instant?)

    static func == (left: CalculatedDeadline, right: Calculated) -> Bool {
        switch right {
        case .final(let instant): left.instant == instant && !left.isProvisional
        case .provisional(let instant): left.instant == instant && left.isProvisional
        }
    }
}
