/// A day of the week; `rawValue` is how a policy writes it.
public enum Weekday: String, Codable, Sendable, CaseIterable {
    case monday, tuesday, wednesday, thursday, friday, saturday, sunday

    /// 1 for Monday to 7 for Sunday, as `CivilDate.weekday` counts.
    public var number: Int { (Self.allCases.firstIndex(of: self) ?? 0) + 1 }
}

/// A day's length as civil time has it; a day on which clocks change counts as a whole one.
enum CivilDay {
    static let milliseconds: Int64 = 86_400_000
}

/// When a counted day ends (Civil Code art. 203).
public enum DayEnd: String, Codable, Sendable, CaseIterable {
    /// At 24:00.
    case midnight
    /// When business closes; at 24:00 on a day without business.
    case closing
}

/// One day or several in a row, both ends included: `2026-01-01` or `2026-02-15/2026-02-23`.
public struct DateRange: Hashable, Sendable {
    public let first: CivilDate
    public let last: CivilDate

    /// `nil` when the last day lies before the first.
    public init?(first: CivilDate, last: CivilDate) {
        guard first <= last else { return nil }
        self.first = first
        self.last = last
    }
}

extension DateRange: LosslessStringConvertible, Codable {
    public var description: String { first == last ? first.description : "\(first)/\(last)" }

    public init?(_ text: String) {
        let ends = text.split(separator: "/", omittingEmptySubsequences: false)
        guard (1...2).contains(ends.count), let first = CivilDate(String(ends[0])), let last = CivilDate(String(ends[ends.count - 1]))
        else { return nil }
        self.init(first: first, last: last)
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let range = DateRange(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "expected a date such as 2026-01-01 or a range such as 2026-02-15/2026-02-23")
        }
        self = range
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

/// A stretch of one day in wall-clock time, `09:00-12:00`; it may end at `24:00`.
public struct DayInterval: Hashable, Sendable {
    /// Minutes since midnight, 0 to 1439.
    public let startMinute: Int
    /// Minutes since midnight, after the start, at most 1440.
    public let endMinute: Int

    var startMilliseconds: Int64 { Int64(startMinute) * 60_000 }
    var endMilliseconds: Int64 { Int64(endMinute) * 60_000 }
}

extension DayInterval: LosslessStringConvertible, Codable {
    public var description: String { Self.text(startMinute) + "-" + Self.text(endMinute) }

    /// `nil` unless it is two times of a day, the second after the first.
    public init?(_ text: String) {
        let ends = text.split(separator: "-", omittingEmptySubsequences: false)
        guard ends.count == 2, let start = Self.minute(ends[0]), let end = Self.minute(ends[1]), start < end else { return nil }
        startMinute = start
        endMinute = end
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let interval = DayInterval(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "expected an interval such as 09:00-12:00")
        }
        self = interval
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }

    private static func minute(_ text: Substring) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 }), let hour = Int(digits: parts[0]),
            let minute = Int(digits: parts[1]),
            (0...24).contains(hour), (0..<60).contains(minute), hour * 60 + minute <= 1440
        else { return nil }
        return hour * 60 + minute
    }

    private static func text(_ minute: Int) -> String {
        let hours = minute / 60
        let minutes = minute % 60
        return (hours < 10 ? "0" : "") + String(hours) + ":" + (minutes < 10 ? "0" : "") + String(minutes)
    }
}

/// What a calendar says of one day.
public struct CalendarDay: Hashable, Codable, Sendable {
    public enum Kind: String, Codable, Sendable, CaseIterable {
        case workday
        /// 调休上班: a day of rest that is worked.
        case makeUpWorkday = "make-up-workday"
        /// A day of rest of the week.
        case weekend
        case holiday
    }

    public let date: CivilDate
    public let kind: Kind
    /// The holiday it belongs to, a make-up workday included.
    public let holiday: String?
    /// No notice has been published for its year: the week alone was asked.
    public let isProvisional: Bool

    public var isWorkday: Bool { kind.isWorkday }
}

extension CalendarDay.Kind {
    /// Make-up workdays are workdays.
    public var isWorkday: Bool {
        switch self {
        case .workday, .makeUpWorkday: true
        case .weekend, .holiday: false
        }
    }
}

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
