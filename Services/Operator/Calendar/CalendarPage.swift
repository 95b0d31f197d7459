import CommandLine
import Domain

/// One month on one page.
struct CalendarPage: Encodable {
    static let weekdays = ["一", "二", "三", "四", "五", "六", "日"]

    let month: CalendarMonth
    let calendar: WorkCalendar

    private enum Key: String, CodingKey {
        case calendar, month, workdays, provisional, notice, source, days
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(calendar.name, forKey: .calendar)
        try container.encode(String(month.days[0].date.description.prefix(7)), forKey: .month)
        try container.encode(month.workdays, forKey: .workdays)
        try container.encode(month.isProvisional, forKey: .provisional)
        try container.encode(published?.notice, forKey: .notice)
        try container.encode(published?.source, forKey: .source)
        try container.encode(month.days, forKey: .days)
    }

    private var published: PublishedYear? { calendar.definition.years.first { $0.year == month.year } }

    /// The month, week by week from Monday, and the names of its holidays below.
    var text: String {
        let mark = month.isProvisional ? " (provisional: no notice for \(month.year) is published)" : ""
        var text = "\(month.year)年\(month.month)月  \(month.workdays) working days, calendar \(calendar.name)\(mark)\n"
        text += row(Self.weekdays.map { "  " + $0 })
        var cells = Array(repeating: "", count: (month.days.first?.date.weekday ?? 1) - 1)
        for day in month.days {
            cells.append((day.date.day < 10 ? " " : "") + "\(day.date.day)" + Self.mark(of: day.kind))
            if cells.count == 7 {
                text += row(cells)
                cells = []
            }
        }
        if !cells.isEmpty { text += row(cells) }
        let names = legend
        return names.isEmpty ? text : text + "\n" + names
    }

    private func row(_ cells: [String]) -> String {
        var line = cells.map { $0 + String(repeating: " ", count: 6 - DisplayWidth.of($0)) }.joined()
        while line.last == " " { line.removeLast() }
        return line + "\n"
    }

    private static func mark(of kind: CalendarDay.Kind) -> String {
        switch kind {
        case .workday: ""
        case .makeUpWorkday: "班"
        case .weekend: " -"
        case .holiday: "休"
        }
    }

    /// Each holiday of the month with its days off and the days worked for it.
    private var legend: String {
        var table = TextTable(["", "", ""])
        var open: (mark: String, name: String, first: CalendarDay, last: CalendarDay)?
        func close() {
            guard let done = open else { return }
            let span = done.first == done.last ? done.first.date.description : "\(done.first.date) … \(done.last.date)"
            table.add([done.mark, done.name, span])
            open = nil
        }
        for day in month.days {
            let mark = Self.mark(of: day.kind)
            if let name = day.holiday, day.kind == .holiday || day.kind == .makeUpWorkday {
                if open?.mark == mark, open?.name == name, open?.last.date.adding(days: 1) == day.date {
                    open?.last = day
                    continue
                }
                close()
                open = (mark, name, day, day)
            } else {
                close()
            }
        }
        close()
        return table.shown()
    }
}
