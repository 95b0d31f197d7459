import Domain

/// The year that is simulated: 2026, whose holidays are published, by the clocks of the operator's country.
enum YearCalendar {
    static let year = 2026
    /// China Standard Time.
    static let offset = UTCOffset(minutes: 480) ?? .utc
    static let start = Instant(seconds: 1_767_196_800)
    static let days = 365
    static let end = start.adding(.days(days))

    /// The days of rest and the days worked in their place, once more by hand from the State Council's notice for 2026.
    private static let off: Set<String> = [
        "01-01", "01-02", "01-03", "02-15", "02-16", "02-17", "02-18", "02-19", "02-20", "02-21", "02-22", "02-23", "04-04", "04-05",
        "04-06",
        "05-01", "05-02", "05-03", "05-04", "05-05", "06-19", "06-20", "06-21", "09-25", "09-26", "09-27", "10-01", "10-02", "10-03",
        "10-04",
        "10-05", "10-06", "10-07",
    ]
    private static let made: Set<String> = ["01-04", "02-14", "02-28", "05-09", "09-20", "10-10"]

    /// The first instant after the last of so many days, the first of which does not count (Civil Code art. 201, 203); `nil` beyond the year.
    static func end(of days: Int, after received: Instant, working: Bool) -> Instant? {
        var day = received.day(at: offset)
        var left = days
        while left > 0 {
            day = day.adding(days: 1)
            guard day.year == year else { return nil }
            if !working || isWorked(day) { left -= 1 }
        }
        return Instant(seconds: Int64(day.adding(days: 1).daysSinceEpoch) * 86_400 - Int64(offset.minutes) * 60)
    }

    private static func isWorked(_ day: CivilDate) -> Bool {
        let name = String(day.description.suffix(5))
        return made.contains(name) || (day.weekday <= 5 && !off.contains(name))
    }
}
