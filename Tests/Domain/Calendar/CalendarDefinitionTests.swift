import Domain
import Testing

struct CalendarDefinitionTests {
    private func faults(
        timeZone: String = "+08:00", week: [WorkingHours.Days], makeUp: [DayInterval] = [], years: [PublishedYear]? = nil
    ) -> [String] {
        let plain = PublishedYear(year: 2026, notice: "", publishedOn: nil, source: "", holidays: [])
        let definition = CalendarDefinition(
            name: "test", timeZone: timeZone, unpublishedYears: .refused,
            workingHours: Sourced(WorkingHours(week: week, makeUpWorkday: makeUp), source: "made up"), years: years ?? [plain])
        do {
            _ = try WorkCalendar(definition)
            return []
        } catch {
            return error.faults.map(\.description)
        }
    }

    @Test func aCalendarWithoutWorkingTimeIsRefused() {
        #expect(
            faults(week: []) == [
                "workingHours.value.week leaves no working time; expected at least one weekday with its hours"
            ])
        #expect(
            faults(week: [WorkingHours.Days(days: [.monday], open: [])]) == [
                "workingHours.value.week[0].open is empty; expected at least one interval such as 09:00-12:00"
            ])
    }

    @Test func overlappingHoursAreRefused() {
        let open = Calendars.intervals(["09:00-12:00", "11:00-18:00"])
        #expect(
            faults(week: [WorkingHours.Days(days: [.monday], open: open)]) == [
                "workingHours.value.week[0].open[1] begins before the one above ends; expected intervals in order, without overlap"
            ])
    }

    @Test func anUnknownZoneIsRefused() {
        let days = WorkingHours.Days(days: [.monday], open: Calendars.intervals(["09:00-12:00"]))
        #expect(
            faults(timeZone: "Asia/Nowhere", week: [days]) == [
                "timeZone names no time zone; expected an offset such as +08:00 or a name such as Asia/Shanghai"
            ])
    }

    @Test func aDayBothOffAndWorkedIsRefused() {
        let days = WorkingHours.Days(days: [.monday], open: Calendars.intervals(["09:00-12:00"]))
        let holiday = Calendars.holiday("国庆节", "2026-10-01/2026-10-07", "2026-10-04")
        let year = PublishedYear(year: 2026, notice: "", publishedOn: nil, source: "", holidays: [holiday])
        #expect(
            faults(week: [days], makeUp: days.open, years: [year]) == [
                "years[0].holidays[0].makeUpWorkdays[0] is also a day off; expected a day that is either off or worked"
            ])
    }

    @Test func aGapBetweenYearsIsRefused() {
        let days = WorkingHours.Days(days: [.monday], open: Calendars.intervals(["09:00-12:00"]))
        let years = [2024, 2026].map { PublishedYear(year: $0, notice: "", publishedOn: nil, source: "", holidays: []) }
        #expect(faults(week: [days], years: years) == ["years[1].year does not follow 2024; expected 2025"])
    }

    @Test(arguments: ["9:00-12:00", "09:00", "12:00-09:00", "09:00-25:00", "09:60-10:00", "09:00-09:00", ""])
    func whatIsNoIntervalIsNotRead(text: String) {
        #expect(DayInterval(text) == nil)
    }

    @Test func intervalsAndRangesAreWrittenAsTheyAreRead() {
        #expect(DayInterval("00:00-24:00")?.description == "00:00-24:00")
        #expect(DateRange("2026-02-15/2026-02-23")?.description == "2026-02-15/2026-02-23")
        #expect(DateRange("2026-02-23/2026-02-15") == nil)
        #expect(PolicyDuration("48h")?.description == "2d")
        #expect(PolicyDuration("90m")?.description == "90m")
        #expect(PolicyDuration("5") == nil)
        #expect(PolicyDuration("-5m") == nil)
    }

    @Test(arguments: ["Asia/Shanghai", "+08:00"])
    func chinaHasOneOffsetUnderEitherName(name: String) throws {
        let zone = try #require(CivilZone(name: name, years: 2024...2027))
        #expect(zone.date(of: try #require(Instant("2026-07-01T16:00:00Z"))) == CivilDate("2026-07-02"))
        #expect(zone.start(of: try #require(CivilDate("2026-07-02")).daysSinceEpoch) == Instant("2026-07-01T16:00:00Z"))
    }

    @Test func clocksThatChangeAreFollowedToTheHour() throws {
        let zone = try #require(CivilZone(name: "Europe/Berlin", years: 2026...2026))
        let spring = try #require(CivilDate("2026-03-29")).daysSinceEpoch
        #expect(zone.instant(day: spring, millisecondOfDay: 7_200_000) == Instant("2026-03-29T03:00:00+02:00"))
        #expect(zone.instant(day: spring, millisecondOfDay: 10_800_000) == Instant("2026-03-29T03:00:00+02:00"))
        let autumn = try #require(CivilDate("2026-10-25")).daysSinceEpoch
        #expect(zone.instant(day: autumn, millisecondOfDay: 9_000_000) == Instant("2026-10-25T02:30:00+02:00"))
        #expect(zone.start(of: autumn + 1) == Instant("2026-10-26T00:00:00+01:00"))
    }
}
