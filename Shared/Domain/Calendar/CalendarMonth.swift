/// What a calendar says of the days of one month.
public struct CalendarMonth: Hashable, Sendable {
    public let year: Int
    /// 1 to 12.
    public let month: Int
    /// Every day of the month, in order.
    public let days: [CalendarDay]

    /// - Throws: a `CalendarFault` for a year the calendar knows nothing of.
    /// - Parameter date: any day of the month.
    public init(of date: CivilDate, in calendar: WorkCalendar) throws(CalendarFault) {
        year = date.year
        month = date.month
        let first = date.adding(days: 1 - date.day)
        var days: [CalendarDay] = []
        for offset in 0..<CivilDate.days(in: date.month, of: date.year) { days.append(try calendar.day(first.adding(days: offset))) }
        self.days = days
    }

    /// How many of its days are worked.
    public var workdays: Int { days.count { $0.isWorkday } }

    /// No notice has been published for its year: the week alone was asked.
    public var isProvisional: Bool { days.contains { $0.isProvisional } }
}
