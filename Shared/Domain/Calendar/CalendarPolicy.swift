/// The working calendars that clocks count by (`calendar.yaml`).
public struct CalendarPolicy: Decodable, Equatable, Sendable {
    public let version: PolicyVersion
    public let effective: EffectivePeriod
    public let calendars: [CalendarDefinition]

    public init(version: PolicyVersion, effective: EffectivePeriod, calendars: [CalendarDefinition]) {
        self.version = version
        self.effective = effective
        self.calendars = calendars
    }

    /// All that is wrong with the calendars, and names given twice.
    public func faults() -> [Fault] {
        var faults = effective.faults()
        if calendars.isEmpty { faults.append(Fault(field: "calendars", problem: "is empty", expected: "one calendar or more")) }
        var names: Set<String> = []
        for (index, calendar) in calendars.enumerated() {
            let path = "calendars[\(index)]"
            if !names.insert(calendar.name).inserted {
                faults.append(Fault(field: path + ".name", problem: "is given twice", expected: "each calendar once"))
            }
            faults += calendar.faults().map { Fault(field: "\(path).\($0.field)", problem: $0.problem, expected: $0.expected) }
        }
        return faults
    }
}

/// A working calendar as a policy file writes it; `WorkCalendar` is the same, checked and calculated.
public struct CalendarDefinition: Equatable, Decodable, Sendable {
    /// What to do with a day whose year no notice has been published for.
    public enum Unpublished: String, Codable, Sendable, CaseIterable {
        /// Take the week as it stands and mark the result.
        case provisional
        /// Refuse the result.
        case refused
    }

    /// What clocks call it by.
    public let name: String
    /// `+08:00`, `Z` or an IANA name.
    public let timeZone: String
    public let unpublishedYears: Unpublished
    public let workingHours: Sourced<WorkingHours>
    /// Every year that has been announced, one after the other.
    public let years: [PublishedYear]

    public init(
        name: String, timeZone: String, unpublishedYears: Unpublished, workingHours: Sourced<WorkingHours>, years: [PublishedYear]
    ) {
        self.name = name
        self.timeZone = timeZone
        self.unpublishedYears = unpublishedYears
        self.workingHours = workingHours
        self.years = years
    }
}

extension CalendarDefinition {
    /// All that is wrong with it; empty when a calendar can be made of it.
    public func faults() -> [Fault] {
        var faults: [Fault] = []
        if name.isEmpty { faults.append(Fault(field: "name", problem: "is empty", expected: "the name clocks call the calendar by")) }
        if years.isEmpty { faults.append(Fault(field: "years", problem: "is empty", expected: "at least one published year")) }
        for (index, pair) in zip(years, years.dropFirst()).enumerated() where pair.1.year != pair.0.year + 1 {
            faults.append(
                Fault(field: "years[\(index + 1)].year", problem: "does not follow \(pair.0.year)", expected: "\(pair.0.year + 1)"))
        }
        for (index, year) in years.enumerated() where !(1900...2200).contains(year.year) {
            faults.append(Fault(field: "years[\(index)].year", problem: "is out of range", expected: "a year from 1900 to 2200"))
        }
        if faults.isEmpty, let first = years.first, let last = years.last,
            CivilZone(name: timeZone, years: first.year...last.year) == nil
        {
            faults.append(
                Fault(
                    field: "timeZone", problem: "names no time zone", expected: "an offset such as +08:00 or a name such as Asia/Shanghai"))
        }
        return faults + hoursFaults() + dateFaults()
    }

    private func hoursFaults() -> [Fault] {
        var faults: [Fault] = []
        var seen: Set<Weekday> = []
        let hours = workingHours.value
        for (index, entry) in hours.week.enumerated() {
            let path = "workingHours.value.week[\(index)]"
            for day in entry.days where !seen.insert(day).inserted {
                faults.append(Fault(field: path + ".days", problem: "names \(day.rawValue) again", expected: "each weekday at most once"))
            }
            faults += Self.intervalFaults(entry.open, at: path + ".open")
        }
        if seen.isEmpty {
            faults.append(
                Fault(field: "workingHours.value.week", problem: "leaves no working time", expected: "at least one weekday with its hours"))
        }
        let makesUp = years.contains { $0.holidays.contains { !($0.makeUpWorkdays ?? []).isEmpty } }
        if makesUp || !hours.makeUpWorkday.isEmpty {
            faults += Self.intervalFaults(hours.makeUpWorkday, at: "workingHours.value.makeUpWorkday")
        }
        return faults
    }

    private static func intervalFaults(_ intervals: [DayInterval], at path: String) -> [Fault] {
        if intervals.isEmpty {
            return [Fault(field: path, problem: "is empty", expected: "at least one interval such as 09:00-12:00")]
        }
        return zip(intervals, intervals.dropFirst()).enumerated().filter { $1.1.startMinute < $1.0.endMinute }.map { index, _ in
            Fault(
                field: "\(path)[\(index + 1)]", problem: "begins before the one above ends", expected: "intervals in order, without overlap"
            )
        }
    }

    private func dateFaults() -> [Fault] {
        var faults: [Fault] = []
        var off: Set<CivilDate> = []
        var worked: [(path: String, date: CivilDate)] = []
        for (yearIndex, year) in years.enumerated() {
            for (index, holiday) in year.holidays.enumerated() {
                let path = "years[\(yearIndex)].holidays[\(index)]"
                for (rangeIndex, range) in holiday.off.enumerated() {
                    faults += Self.yearFaults(range, of: year.year, at: "\(path).off[\(rangeIndex)]")
                    guard range.last.daysSinceEpoch - range.first.daysSinceEpoch < 60 else { continue }
                    for day in range.first.daysSinceEpoch...range.last.daysSinceEpoch { off.insert(CivilDate(daysSinceEpoch: day)) }
                }
                for (dayIndex, date) in (holiday.makeUpWorkdays ?? []).enumerated() {
                    worked.append(("\(path).makeUpWorkdays[\(dayIndex)]", date))
                }
            }
        }
        for entry in worked where off.contains(entry.date) {
            faults.append(Fault(field: entry.path, problem: "is also a day off", expected: "a day that is either off or worked"))
        }
        return faults
    }

    /// A notice speaks of its own year and of the days around it.
    private static func yearFaults(_ range: DateRange, of year: Int, at path: String) -> [Fault] {
        let days = range.last.daysSinceEpoch - range.first.daysSinceEpoch
        guard days < 60 else { return [Fault(field: path, problem: "lasts \(days + 1) days", expected: "a holiday of less than 60 days")] }
        guard abs(range.first.year - year) <= 1, abs(range.last.year - year) <= 1 else {
            return [Fault(field: path, problem: "is outside \(year) and its neighbours", expected: "dates of the notice's year")]
        }
        return []
    }
}

/// One year's notice of holidays 部分节假日安排的通知.
///
/// The year is that of the notice, not of the dates: the last days of December may stand in the next year's notice.
public struct PublishedYear: Hashable, Codable, Sendable {
    /// A holiday with the days off and the days of rest that are worked instead.
    public struct Holiday: Hashable, Codable, Sendable {
        /// `国庆节`.
        public let name: String
        public let off: [DateRange]
        /// Dates written as 上班 in the notice.
        public let makeUpWorkdays: [CivilDate]?

        public init(name: String, off: [DateRange], makeUpWorkdays: [CivilDate]? = nil) {
            self.name = name
            self.off = off
            self.makeUpWorkdays = makeUpWorkdays
        }
    }

    public let year: Int
    /// The notice's number or title.
    public let notice: String
    public let publishedOn: CivilDate?
    /// Where the notice stands.
    public let source: String
    public let holidays: [Holiday]

    public init(year: Int, notice: String, publishedOn: CivilDate?, source: String, holidays: [Holiday]) {
        self.year = year
        self.notice = notice
        self.publishedOn = publishedOn
        self.source = source
        self.holidays = holidays
    }
}

/// When work is done on a day: any number of intervals, so that a lunch break or a split shift is simply two.
public struct WorkingHours: Hashable, Codable, Sendable {
    /// The days of the week that share their hours.
    public struct Days: Hashable, Codable, Sendable {
        public let days: [Weekday]
        /// In order, without overlap.
        public let open: [DayInterval]

        public init(days: [Weekday], open: [DayInterval]) {
            self.days = days
            self.open = open
        }
    }

    /// A weekday that is not named here is a day of rest.
    public let week: [Days]
    /// The hours of a make-up workday 调休上班, which falls on a day of rest and so has none of its own.
    public let makeUpWorkday: [DayInterval]

    public init(week: [Days], makeUpWorkday: [DayInterval]) {
        self.week = week
        self.makeUpWorkday = makeUpWorkday
    }
}

/// A calendar cannot answer for a day.
public struct CalendarFault: Error, Hashable, Sendable {
    public let calendar: String
    /// The year no notice has been published for.
    public let year: Int
    /// The last year that has been published.
    public let lastPublished: Int

    /// As a decider reports it.
    public var fault: Fault {
        Fault(
            field: "calendar.\(calendar)", problem: "does not know the year \(year)",
            expected: "a day of a published year; the last one is \(lastPublished)")
    }
}
