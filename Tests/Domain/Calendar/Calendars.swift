import Domain
import Moments

/// Calendars for tests. The dates are those of the State Council's notices for 2025 and 2026; the hours are made up.
enum Calendars {
    static let weekdays: [Weekday] = [.monday, .tuesday, .wednesday, .thursday, .friday]

    static func china(
        hours: [String] = ["09:00-12:00", "13:30-18:00"], unpublished: CalendarDefinition.Unpublished = .provisional
    ) throws -> WorkCalendar {
        try WorkCalendar(chinaDefinition(hours: hours, unpublished: unpublished))
    }

    /// The week alone, as if no notice had named a holiday.
    static func plainDefinition() -> CalendarDefinition {
        definition(
            name: "china", timeZone: "+08:00", unpublished: .provisional, hours: ["09:00-12:00", "13:30-18:00"],
            years: [PublishedYear(year: 2026, notice: "made up", publishedOn: nil, source: "made up", holidays: [])])
    }

    static func chinaDefinition(
        hours: [String] = ["09:00-12:00", "13:30-18:00"], unpublished: CalendarDefinition.Unpublished = .provisional
    ) -> CalendarDefinition {
        definition(
            name: "china", timeZone: "+08:00", unpublished: unpublished, hours: hours,
            years: [
                PublishedYear(
                    year: 2025, notice: "国办发明电〔2024〕12号", publishedOn: CivilDate("2024-11-12"),
                    source: "https://www.gov.cn/zhengce/zhengceku/202411/content_6986383.htm",
                    holidays: [
                        holiday("元旦", "2025-01-01"),
                        holiday("春节", "2025-01-28/2025-02-04", "2025-01-26", "2025-02-08"),
                        holiday("清明节", "2025-04-04/2025-04-06"),
                        holiday("劳动节", "2025-05-01/2025-05-05", "2025-04-27"),
                        holiday("端午节", "2025-05-31/2025-06-02"),
                        holiday("国庆节、中秋节", "2025-10-01/2025-10-08", "2025-09-28", "2025-10-11"),
                    ]),
                PublishedYear(
                    year: 2026, notice: "国务院办公厅关于2026年部分节假日安排的通知", publishedOn: CivilDate("2025-11-04"),
                    source: "https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm",
                    holidays: [
                        holiday("元旦", "2026-01-01/2026-01-03", "2026-01-04"),
                        holiday("春节", "2026-02-15/2026-02-23", "2026-02-14", "2026-02-28"),
                        holiday("清明节", "2026-04-04/2026-04-06"),
                        holiday("劳动节", "2026-05-01/2026-05-05", "2026-05-09"),
                        holiday("端午节", "2026-06-19/2026-06-21"),
                        holiday("中秋节", "2026-09-25/2026-09-27"),
                        holiday("国庆节", "2026-10-01/2026-10-07", "2026-09-20", "2026-10-10"),
                    ]),
            ])
    }

    /// A calendar whose clocks change in spring and autumn, with a holiday and an early closing on Fridays.
    static func berlin() throws -> WorkCalendar {
        try WorkCalendar(
            CalendarDefinition(
                name: "berlin", timeZone: "Europe/Berlin", unpublishedYears: .provisional,
                workingHours: Sourced(
                    WorkingHours(
                        week: [
                            WorkingHours.Days(
                                days: [.monday, .tuesday, .wednesday, .thursday], open: intervals(["08:00-12:00", "13:00-17:00"])),
                            WorkingHours.Days(days: [.friday], open: intervals(["08:00-13:00"])),
                            WorkingHours.Days(days: [.sunday], open: intervals(["00:00-06:00", "22:00-24:00"])),
                        ], makeUpWorkday: []),
                    source: "made up"),
                years: [
                    PublishedYear(
                        year: 2026, notice: "made up", publishedOn: nil, source: "made up", holidays: [holiday("Ostermontag", "2026-04-06")]
                    )
                ]))
    }

    static func definition(
        name: String, timeZone: String, unpublished: CalendarDefinition.Unpublished, hours: [String], years: [PublishedYear]
    ) -> CalendarDefinition {
        CalendarDefinition(
            name: name, timeZone: timeZone, unpublishedYears: unpublished,
            workingHours: Sourced(
                WorkingHours(
                    week: [WorkingHours.Days(days: weekdays, open: intervals(hours))], makeUpWorkday: intervals(hours)),
                source: "made up"),
            years: years)
    }

    static func intervals(_ texts: [String]) -> [DayInterval] { texts.compactMap { DayInterval($0) } }

    static func holiday(_ name: String, _ off: String, _ makeUp: String...) -> PublishedYear.Holiday {
        PublishedYear.Holiday(
            name: name, off: [DateRange(off)].compactMap(\.self), makeUpWorkdays: makeUp.compactMap { CivilDate($0) })
    }
}
