import CommandLine
import Domain

/// A start and an amount, as a person types them.
struct CalendarRequest {
    let start: Instant
    let allowance: Allowance

    /// - Throws: a `UsageError` for a start or an amount that is none.
    init(_ arguments: Arguments, calendar: WorkCalendar) throws(UsageError) {
        let text = arguments.operand("START") ?? ""
        guard let start = Self.instant(text, in: calendar.zone) else {
            throw UsageError(
                command: "redress calendar add", subject: "START", given: text, expected: "a day or time such as 2026-09-30T16:00")
        }
        let number = arguments.operand("AMOUNT") ?? ""
        guard let amount = Int(digits: number), (1...3660).contains(amount) else {
            throw UsageError(command: "redress calendar add", subject: "AMOUNT", given: number, expected: "a whole number from 1 to 3660")
        }
        guard !(arguments.flag("calendar-days") && arguments.flag("working-hours")) else {
            throw UsageError(
                command: "redress calendar add", subject: "--working-hours", expected: "one of --calendar-days, --working-hours")
        }
        self.start = start
        allowance =
            arguments.flag("calendar-days")
            ? .calendarDays(amount) : arguments.flag("working-hours") ? .workingTime(PolicyDuration(.hours(amount))) : .workingDays(amount)
    }

    /// A month such as `2026-10`, by its first day.
    ///
    /// - Throws: a `UsageError` for a text that is none.
    static func month(_ text: String?, today: CivilDate) throws(UsageError) -> CivilDate {
        guard let text else { return today }
        guard let date = CivilDate(text + "-01") else {
            throw UsageError(command: "redress calendar", subject: "MONTH|add", given: text, expected: "a month such as 2026-10, or add")
        }
        return date
    }

    /// A time with its offset, or one of the calendar's own zone; a day alone begins at 0:00.
    static func instant(_ text: String, in zone: CivilZone) -> Instant? {
        if let instant = Instant(text) { return instant }
        let parts = text.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == "T" || $0 == " " }
        guard (1...2).contains(parts.count), let date = CivilDate(String(parts[0])) else { return nil }
        let clock = parts.count == 2 ? parts[1].split(separator: ":", omittingEmptySubsequences: false) : ["00", "00"]
        let numbers = clock.compactMap { $0.utf8.count <= 2 ? Int64(digits: $0) : nil }
        guard (2...3).contains(clock.count), numbers.count == clock.count, numbers[0] < 24, numbers.dropFirst().allSatisfy({ $0 < 60 })
        else {
            return nil
        }
        let seconds = numbers[0] * 3600 + numbers[1] * 60 + (numbers.count == 3 ? numbers[2] : 0)
        let instant = zone.instant(day: date.daysSinceEpoch, millisecondOfDay: seconds * 1000)
        return instant.isWritable ? instant : nil
    }
}
