import Domain

/// A text in the course of being read by a date pattern.
struct DateReading {
    private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

    private var rest: Substring
    private var offset: UTCOffset
    private var year = 1970
    private var month = 1
    private var day = 1
    private var hour = 0
    private var minute = 0
    private var second = 0
    private var partOfDay: PartOfDay?
    /// Whether the hour is one of a clock of twelve hours.
    private var isHalfDayHour = false

    init(_ text: String, offset: UTCOffset) {
        rest = text[...]
        self.offset = offset
    }

    mutating func skip(_ character: Character) -> Bool {
        guard rest.first == character else { return false }
        rest = rest.dropFirst()
        return true
    }

    /// Reads one field; `false` when the text has something else there.
    mutating func read(_ field: DatePattern.Field) -> Bool {
        switch field {
        case .fourDigitYear: number(4...4) { $0.year = $1 }
        case .twoDigitYear: number(2...2) { $0.year = 2000 + $1 }
        case .monthName: monthName()
        case .twoDigitMonth: number(2...2) { $0.month = $1 }
        case .month: number(1...2) { $0.month = $1 }
        case .twoDigitDay: number(2...2) { $0.day = $1 }
        case .day: number(1...2) { $0.day = $1 }
        case .twoDigitHour: number(2...2) { $0.hour = $1 }
        case .hour: number(1...2) { $0.hour = $1 }
        case .twoDigitHalfDayHour: number(2...2) { ($0.hour, $0.isHalfDayHour) = ($1, true) }
        case .halfDayHour: number(1...2) { ($0.hour, $0.isHalfDayHour) = ($1, true) }
        case .halfDay: part(PartOfDay.halves)
        case .spelledHalfDay: part(PartOfDay.spelledHalves)
        case .partOfDay: part(PartOfDay.parts)
        case .twoDigitMinute: number(2...2) { $0.minute = $1 }
        case .minute: number(1...2) { $0.minute = $1 }
        case .twoDigitSecond: number(2...2) { $0.second = $1 }
        case .second: number(1...2) { $0.second = $1 }
        case .offset: zone()
        }
    }

    /// What was read; `nil` when something is left over or there is no such time.
    var instant: Instant? {
        guard rest.isEmpty, let date = CivilDate(year: year, month: month, day: day), minute < 60, second < 60 else { return nil }
        if isHalfDayHour, !(1...12).contains(hour) { return nil }
        guard let hour = partOfDay.map({ $0.hour(hour) }) ?? hour, hour < 24 else { return nil }
        let local = date.daysSinceEpoch * 86_400 + hour * 3600 + minute * 60 + second
        let instant = Instant(seconds: Int64(local - offset.minutes * 60))
        return instant.isWritable ? instant : nil
    }

    private mutating func number(_ digits: ClosedRange<Int>, _ set: (inout DateReading, Int) -> Void) -> Bool {
        let run = rest.prefix(digits.upperBound).prefix { $0.isASCII && $0.isNumber }
        guard run.count >= digits.lowerBound, let number = Int(digits: run) else { return false }
        rest = rest.dropFirst(run.count)
        set(&self, number)
        return true
    }

    private mutating func monthName() -> Bool {
        guard let index = Self.months.firstIndex(of: rest.prefix(3).lowercased()) else { return false }
        month = index + 1
        rest = rest.dropFirst(3)
        return true
    }

    private mutating func part(_ known: [PartOfDay]) -> Bool {
        guard let found = known.first(where: { rest.prefix($0.word.count).lowercased() == $0.word.lowercased() }) else { return false }
        partOfDay = found
        rest = rest.dropFirst(found.word.count)
        return true
    }

    private mutating func zone() -> Bool {
        let text = rest.first == "Z" ? rest.prefix(1) : rest.prefix(6)
        guard let read = UTCOffset(String(text)) else { return false }
        offset = read
        rest = rest.dropFirst(text.count)
        return true
    }
}
