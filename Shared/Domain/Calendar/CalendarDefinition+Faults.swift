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
