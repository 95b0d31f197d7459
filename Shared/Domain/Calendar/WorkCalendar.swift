/// A working calendar, calculated: which days are worked, at what hours, and how much work lies before each day.
///
/// Every question is a look into a table and at most one binary search. A calendar without working time cannot be made,
/// so no calculation can run on without end. It never changes once made, and is a class so that all clocks share one table.
public final class WorkCalendar: Sendable {
    public let definition: CalendarDefinition
    public let zone: CivilZone
    /// How many years past the last published one the week alone may answer for, where the calendar allows it.
    static let provisionalYears = 3

    /// The table's first day, counted from 1970-01-01.
    let firstDay: Int
    /// The first day no notice has been published for.
    let firstUnpublishedDay: Int
    let kinds: [CalendarDay.Kind]
    /// How many workdays lie before each day of the table; one entry more than days.
    let workdaysBefore: [Int64]
    /// How much working time lies before each day of the table, in milliseconds; one entry more than days.
    let workingTimeBefore: [Int64]
    private let holidayNames: [Int: String]
    /// By weekday, 1 to 7; index 0 is the make-up workday.
    private let hours: [[DayInterval]]

    /// Throws `Faults` with all that is wrong: overlapping hours, no working time, an unknown zone, gaps between years.
    public init(_ definition: CalendarDefinition) throws(Faults) {
        let faults = definition.faults()
        guard faults.isEmpty, let first = definition.years.first?.year, let last = definition.years.last?.year,
            let firstDate = CivilDate(year: first, month: 1, day: 1), let nextDate = CivilDate(year: last + 1, month: 1, day: 1)
        else { throw Faults(faults) }
        let past = definition.unpublishedYears == .provisional ? Self.provisionalYears : 0
        guard let zone = CivilZone(name: definition.timeZone, years: first - 1...last + past + 1),
            let endDate = CivilDate(year: last + past + 1, month: 1, day: 1)
        else { throw Faults([Fault(field: "timeZone", problem: "names no time zone", expected: "an offset or an IANA name")]) }

        let announced = Self.announced(definition)
        let hours = Self.hoursByWeekday(definition.workingHours.value)
        let start = firstDate.daysSinceEpoch
        var kinds: [CalendarDay.Kind] = []
        var workdays: [Int64] = [0]
        var workingTime: [Int64] = [0]
        for day in start..<endDate.daysSinceEpoch {
            let weekday = CivilDate(daysSinceEpoch: day).weekday
            let kind = announced[day]?.kind(weekdayIsWorked: !hours[weekday].isEmpty) ?? (hours[weekday].isEmpty ? .weekend : .workday)
            let open = kind.isWorkday ? hours[kind == .makeUpWorkday ? 0 : weekday] : []
            let worked = open.reduce(Int64(0)) { sum, interval in
                let from = zone.instant(day: day, millisecondOfDay: interval.startMilliseconds)
                return sum + zone.instant(day: day, millisecondOfDay: interval.endMilliseconds).milliseconds - from.milliseconds
            }
            kinds.append(kind)
            workdays.append(workdays[workdays.count - 1] + (kind.isWorkday ? 1 : 0))
            workingTime.append(workingTime[workingTime.count - 1] + worked)
        }
        self.definition = definition
        self.zone = zone
        self.firstDay = start
        self.firstUnpublishedDay = nextDate.daysSinceEpoch
        self.kinds = kinds
        self.workdaysBefore = workdays
        self.workingTimeBefore = workingTime
        self.holidayNames = announced.mapValues(\.name)
        self.hours = hours
    }

    public var name: String { definition.name }

    /// The last year a notice has been published for.
    public var lastPublishedYear: Int { CivilDate(daysSinceEpoch: firstUnpublishedDay - 1).year }

    /// What the calendar says of a day; throws for a year it knows nothing of.
    public func day(_ date: CivilDate) throws(CalendarFault) -> CalendarDay {
        let number = date.daysSinceEpoch
        let kind = try kind(of: number)
        return CalendarDay(date: date, kind: kind, holiday: holidayNames[number], isProvisional: number >= firstUnpublishedDay)
    }

    public func isWorkday(_ date: CivilDate) throws(CalendarFault) -> Bool {
        try kind(of: date.daysSinceEpoch).isWorkday
    }

    func kind(of day: Int) throws(CalendarFault) -> CalendarDay.Kind {
        guard day >= firstDay, day < firstDay + kinds.count else { throw unknown(day) }
        return kinds[day - firstDay]
    }

    /// The hours worked on a day; empty on a day of rest.
    func open(on day: Int) throws(CalendarFault) -> [DayInterval] {
        switch try kind(of: day) {
        case .weekend, .holiday: []
        case .makeUpWorkday: hours[0]
        case .workday: hours[((day + 3) % 7 + 7) % 7 + 1]
        }
    }

    func unknown(_ day: Int) -> CalendarFault {
        CalendarFault(calendar: name, year: CivilDate(daysSinceEpoch: day).year, lastPublished: lastPublishedYear)
    }

    private struct Announced {
        let name: String
        let isOff: Bool

        /// A date announced as worked that is a plain weekday of work anyway keeps that weekday's hours.
        func kind(weekdayIsWorked: Bool) -> CalendarDay.Kind {
            isOff ? .holiday : weekdayIsWorked ? .workday : .makeUpWorkday
        }
    }

    private static func announced(_ definition: CalendarDefinition) -> [Int: Announced] {
        var days: [Int: Announced] = [:]
        for holiday in definition.years.flatMap(\.holidays) {
            for range in holiday.off {
                for day in range.first.daysSinceEpoch...range.last.daysSinceEpoch {
                    days[day] = Announced(name: holiday.name, isOff: true)
                }
            }
            for date in holiday.makeUpWorkdays ?? [] {
                days[date.daysSinceEpoch] = Announced(name: holiday.name, isOff: false)
            }
        }
        return days
    }

    private static func hoursByWeekday(_ hours: WorkingHours) -> [[DayInterval]] {
        var byWeekday = Array(repeating: [DayInterval](), count: 8)
        byWeekday[0] = hours.makeUpWorkday
        for entry in hours.week {
            for day in entry.days { byWeekday[day.number] = entry.open }
        }
        return byWeekday
    }
}

extension WorkCalendar: Equatable {
    public static func == (left: WorkCalendar, right: WorkCalendar) -> Bool { left.definition == right.definition }
}

extension WorkCalendar {
    /// The end of the n-th working day after the day an instant lies in (Civil Code art. 201).
    public func adding(workingDays days: Int, to start: Instant, dayEnd: DayEnd = .midnight) throws(CalendarFault) -> CalculatedDeadline {
        try adding(.workingDays(days), to: start, dayEnd: dayEnd, rolling: false)
    }

    /// The end of the n-th calendar day after the day an instant lies in.
    ///
    /// - Parameter rolling: whether a last day of rest moves the end to the next workday (Civil Code art. 203); whether that article governs
    ///   an operator's answer is a matter of interpretation, so the safe choice is not to roll.
    public func adding(
        calendarDays days: Int, to start: Instant, dayEnd: DayEnd = .midnight, rolling: Bool = false
    ) throws(CalendarFault) -> CalculatedDeadline {
        try adding(.calendarDays(days), to: start, dayEnd: dayEnd, rolling: rolling)
    }

    /// The instant by which so much working time has passed.
    public func adding(workingTime duration: PolicyDuration, to start: Instant) throws(CalendarFault) -> CalculatedDeadline {
        try adding(.workingTime(duration), to: start, dayEnd: .midnight, rolling: false)
    }

    /// Any allowance, added to a start.
    public func adding(
        _ allowance: Allowance, to start: Instant, dayEnd: DayEnd = .midnight, rolling: Bool = false
    ) throws(CalendarFault) -> CalculatedDeadline {
        let scale = TimeScale(calendar: self, allowance: allowance, dayEnd: dayEnd)
        let end = try scale.instant(reaching: scale.origin(of: start) + allowance.units)
        guard rolling else { return CalculatedDeadline(instant: end, isProvisional: scale.isProvisional(through: end)) }
        let rolled = try scale.rolledToWorkday(end)
        return CalculatedDeadline(instant: rolled, isProvisional: scale.lastDay(endingAt: rolled) >= firstUnpublishedDay)
    }
}
