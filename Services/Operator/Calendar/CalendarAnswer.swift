import CommandLine
import Domain

/// What a start and an amount come to.
struct CalendarAnswer: Encodable {
    private let calendar: String
    private let from: Instant
    private let allowance: String
    /// The first instant that is too late.
    private let due: Instant
    /// The last day within the time allowed.
    private let lastDay: CivilDate
    private let provisional: Bool
    private let lastPublishedYear: Int
    private let steps: [DeadlineStep]
    private let zone: CivilZone

    init(_ request: CalendarRequest, _ calculation: CalendarCalculation, calendar: WorkCalendar) {
        self.calendar = calendar.name
        from = request.start
        allowance = request.allowance.description
        due = calculation.due
        lastDay = calculation.lastDay
        provisional = calculation.isProvisional
        lastPublishedYear = calendar.lastPublishedYear
        steps = calculation.steps
        zone = calendar.zone
    }

    private enum CodingKeys: String, CodingKey {
        case calendar, from, allowance, due, lastDay, provisional, lastPublishedYear, steps
    }

    var text: String {
        var table = TextTable(["day", "counted", "total", "why"], alignments: [.left, .right, .right])
        for step in steps {
            let notes = [step.reason.rawValue, step.holiday, step.isProvisional ? "provisional" : nil].compactMap(\.self)
            let day = step.date.description + " " + CalendarPage.weekdays[step.date.weekday - 1]
            let why = notes.joined(separator: ", ")
            table.add([day, DurationText.format(step.counted.duration), DurationText.format(step.total.duration), why])
        }
        let mark = provisional ? " (provisional: no notice of holidays after \(lastPublishedYear) is published)" : ""
        return "\(time(from)) and \(allowance), by the calendar \(calendar): due \(time(due))\(mark)\n" + table.shown()
    }

    /// The wall-clock time of the calendar's zone; the end of a day is shown as its 24:00.
    private func time(_ instant: Instant) -> String {
        let day = zone.dayNumber(of: instant)
        let minutes = (instant.milliseconds - zone.start(of: day).milliseconds) / 60_000
        if minutes == 0, instant == due { return "\(CivilDate(daysSinceEpoch: day - 1)) 24:00" }
        let digits = [minutes / 60, minutes % 60].map { ($0 < 10 ? "0" : "") + String($0) }
        return "\(CivilDate(daysSinceEpoch: day)) " + digits.joined(separator: ":")
    }
}
