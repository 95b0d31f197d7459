/// Time as one kind of deadline counts it: a line along which every instant has a position, and a deadline is a position reached.
///
/// The position rises with counted time and stands still outside it. Its unit is the millisecond:
/// - elapsed time: one for each millisecond;
/// - working time: one for each millisecond within working hours;
/// - days: 86,400,000 for each counted day, spread evenly from 0:00 to 24:00, or over the business hours where days end at closing.
///   So half of a five-day deadline is the noon (or the middle of the business hours) of the third counted day.
///
/// A share of a day is rounded down going in and up coming out, by less than a millisecond, so an instant never comes before its position.
struct TimeScale: Sendable {
    enum Kind: Hashable, Sendable {
        case elapsed
        case workingTime
        case workingDays(DayEnd)
        case calendarDays(DayEnd)
    }

    let calendar: WorkCalendar
    let kind: Kind

    init(calendar: WorkCalendar, allowance: Allowance, dayEnd: DayEnd) {
        self.calendar = calendar
        self.kind =
            switch allowance {
            case .elapsed: .elapsed
            case .workingTime: .workingTime
            case .workingDays: .workingDays(dayEnd)
            case .calendarDays: .calendarDays(dayEnd)
            }
    }

    /// Where counting begins: days begin with the day after the start (Civil Code art. 201), all else at once.
    func origin(of start: Instant) throws(CalendarFault) -> Int64 {
        switch kind {
        case .elapsed, .workingTime: try position(of: start)
        case .workingDays, .calendarDays: try before(day: calendar.zone.dayNumber(of: start) + 1)
        }
    }

    /// How far counted time has come at an instant.
    func position(of instant: Instant) throws(CalendarFault) -> Int64 {
        if kind == .elapsed { return instant.milliseconds }
        let day = calendar.zone.dayNumber(of: instant)
        let base = try before(day: day)
        let spans = try spans(of: day)
        var counted: Int64 = 0
        for span in spans {
            counted += max(0, min(instant.milliseconds, span.end) - span.start)
        }
        guard counted > 0 else { return base }
        return base + (kind == .workingTime ? counted : CivilDay.milliseconds * counted / Self.total(of: spans))
    }

    /// The first instant at which counted time has come so far; of a boundary, the evening and not the next morning.
    func instant(reaching position: Int64) throws(CalendarFault) -> Instant {
        if kind == .elapsed { return Instant(milliseconds: position) }
        let day = try day(reaching: position)
        let share = position - (try before(day: day))
        let spans = try spans(of: day)
        var rest = share
        if kind != .workingTime { rest = (share * Self.total(of: spans) + CivilDay.milliseconds - 1) / CivilDay.milliseconds }
        var reached = calendar.zone.start(of: day).milliseconds
        for span in spans {
            reached = span.start
            if rest <= span.end - span.start { break }
            rest -= span.end - span.start
        }
        return Instant(milliseconds: reached + max(0, rest))
    }

    /// Whether an answer within these instants depends on a year whose holidays are not published.
    func isProvisional(through end: Instant) -> Bool {
        switch kind {
        case .elapsed, .calendarDays(.midnight): false
        case .workingTime, .workingDays, .calendarDays(.closing): lastDay(endingAt: end) >= calendar.firstUnpublishedDay
        }
    }

    /// The day that ends at or holds an instant: 24:00 belongs to the day it ends.
    func lastDay(endingAt instant: Instant) -> Int {
        calendar.zone.dayNumber(of: Instant(milliseconds: instant.milliseconds - 1))
    }

    /// The end of the first workday from the one the instant ends; the instant itself where that is one (Civil Code art. 203).
    func rolledToWorkday(_ instant: Instant) throws(CalendarFault) -> Instant {
        var day = lastDay(endingAt: instant)
        if try calendar.kind(of: day).isWorkday { return instant }
        while !(try calendar.kind(of: day).isWorkday) { day += 1 }
        guard kind == .calendarDays(.closing), let close = try calendar.open(on: day).last else { return calendar.zone.start(of: day + 1) }
        return calendar.zone.instant(day: day, millisecondOfDay: close.endMilliseconds)
    }
}

extension TimeScale {
    /// The position at a day's 0:00.
    private func before(day: Int) throws(CalendarFault) -> Int64 {
        switch kind {
        case .elapsed: return calendar.zone.start(of: day).milliseconds
        case .calendarDays: return Int64(day) * CivilDay.milliseconds
        case .workingTime, .workingDays:
            let index = day - calendar.firstDay
            guard index >= 0, index < calendar.workdaysBefore.count else { throw calendar.unknown(day) }
            return kind == .workingTime ? calendar.workingTimeBefore[index] : calendar.workdaysBefore[index] * CivilDay.milliseconds
        }
    }

    /// The first day by whose end a position is reached.
    private func day(reaching position: Int64) throws(CalendarFault) -> Int {
        let table: [Int64]
        let wanted: Int64
        switch kind {
        case .elapsed, .calendarDays:
            return Int(Instant.floorDivide(position - 1, by: CivilDay.milliseconds).quotient)
        case .workingTime:
            table = calendar.workingTimeBefore
            wanted = position
        case .workingDays:
            table = calendar.workdaysBefore
            wanted = (position + CivilDay.milliseconds - 1) / CivilDay.milliseconds
        }
        guard let last = table.last, wanted <= last else { throw calendar.unknown(calendar.firstDay + table.count - 1) }
        var low = 1
        var high = table.count - 1
        while low < high {
            let middle = (low + high) / 2
            if table[middle] >= wanted { high = middle } else { low = middle + 1 }
        }
        return calendar.firstDay + low - 1
    }

    /// A stretch in which time counts; milliseconds since 1970.
    private struct Span {
        let start: Int64
        let end: Int64
    }

    private static func total(of spans: [Span]) -> Int64 {
        spans.reduce(0) { $0 + $1.end - $1.start }
    }

    private func spans(of day: Int) throws(CalendarFault) -> [Span] {
        switch kind {
        case .elapsed, .calendarDays(.midnight): return [whole(day)]
        case .workingDays(.midnight): return try calendar.kind(of: day).isWorkday ? [whole(day)] : []
        case .workingTime, .workingDays(.closing): return try openSpans(of: day)
        case .calendarDays(.closing):
            let open = try openSpans(of: day)
            return open.isEmpty ? [whole(day)] : open
        }
    }

    private func whole(_ day: Int) -> Span {
        Span(start: calendar.zone.start(of: day).milliseconds, end: calendar.zone.start(of: day + 1).milliseconds)
    }

    private func openSpans(of day: Int) throws(CalendarFault) -> [Span] {
        try calendar.open(on: day).map { interval in
            Span(
                start: calendar.zone.instant(day: day, millisecondOfDay: interval.startMilliseconds).milliseconds,
                end: calendar.zone.instant(day: day, millisecondOfDay: interval.endMilliseconds).milliseconds)
        }
    }
}
