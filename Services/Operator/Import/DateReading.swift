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

/// How a file writes times, in the letters of Unicode's date patterns: `dd-MM-yy h:mm:ss a`.
///
/// `yyyy` and `yy` (a year from 2000 on), `MM` or `M`, `MMM` (`Jan`), `dd` or `d`, `HH` or `H`, `hh` or `h`, `mm` or `m`, `ss` or `s`, `XXX` (`+08:00` or
/// `Z`). With `hh` and `h` the half of the day: `a` (`AM`, `PM`, `上午`, `下午`), `aaaa` (also `a.m.`, `p.m.`) or `B` (the parts of the day:
/// `凌晨`, `早上`, `中午`, `晚上` …, which may also stand with `HH` and `H`). Of a pair, the double letter takes exactly two digits and the single
/// one takes one or two. Text in single quotes and everything that is no letter stands for itself.
struct DatePattern: Hashable, Sendable {
    enum Field: String, Hashable, Sendable, CaseIterable {
        case fourDigitYear = "yyyy"
        case twoDigitYear = "yy"
        case monthName = "MMM"
        case twoDigitMonth = "MM"
        case month = "M"
        case twoDigitDay = "dd"
        case day = "d"
        case twoDigitHour = "HH"
        case hour = "H"
        case twoDigitHalfDayHour = "hh"
        case halfDayHour = "h"
        case halfDay = "a"
        case spelledHalfDay = "aaaa"
        case partOfDay = "B"
        case twoDigitMinute = "mm"
        case minute = "m"
        case twoDigitSecond = "ss"
        case second = "s"
        case offset = "XXX"
    }

    enum Segment: Hashable, Sendable {
        case literal(Character)
        case field(Field)
    }

    let segments: [Segment]

    /// `nil` when it holds a letter that stands for nothing here, an open quote, or no whole date.
    init?(_ text: String) {
        var segments: [Segment] = []
        var rest = Substring(text)
        while let first = rest.first {
            if first == "'" {
                guard let closing = rest.dropFirst().firstIndex(of: "'") else { return nil }
                segments += rest[rest.index(after: rest.startIndex)..<closing].map(Segment.literal)
                rest = rest[rest.index(after: closing)...]
            } else if first.isASCII, first.isLetter {
                let run = rest.prefix { $0 == first }
                guard let field = Field(rawValue: String(run)) else { return nil }
                segments.append(.field(field))
                rest = rest.dropFirst(run.count)
            } else {
                segments.append(.literal(first))
                rest = rest.dropFirst()
            }
        }
        func has(_ fields: [Field]) -> Bool { fields.contains { segments.contains(.field($0)) } }
        let isHalfDay = has([.twoDigitHalfDayHour, .halfDayHour])
        guard has([.fourDigitYear, .twoDigitYear]), has([.monthName, .twoDigitMonth, .month]), has([.twoDigitDay, .day]),
            isHalfDay ? has([.halfDay, .spelledHalfDay, .partOfDay]) : !has([.halfDay, .spelledHalfDay]),
            !has([.partOfDay]) || isHalfDay || has([.twoDigitHour, .hour])
        else { return nil }
        self.segments = segments
    }

    /// The instant a text means; `nil` when the text does not fit the pattern or there is no such time. What the pattern leaves out is 0.
    ///
    /// - Parameter offset: how far the place's clocks are ahead of UTC, where the text does not say.
    func instant(in text: String, offset: UTCOffset) -> Instant? {
        var reading = DateReading(text, offset: offset)
        for segment in segments {
            switch segment {
            case .literal(let character):
                guard reading.skip(character) else { return nil }
            case .field(let field):
                guard reading.read(field) else { return nil }
            }
        }
        return reading.instant
    }
}

extension DatePattern: Decodable {
    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let pattern = DatePattern(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "expected a pattern with year, month and day, such as dd-MM-yy h:mm:ss a")
        }
        self = pattern
    }
}

/// A word that says which half or part of the day an hour lies in.
struct PartOfDay: Hashable, Sendable {
    /// As it is written; compared whatever its case.
    let word: String
    /// The hours of the day, 0 to 23, that it can mean; never an hour and the same hour twelve later.
    let hours: ClosedRange<Int>

    /// What `a` reads: the halves as computers write them.
    static let halves = [
        PartOfDay(word: "AM", hours: 0...11), PartOfDay(word: "PM", hours: 12...23),
        PartOfDay(word: "上午", hours: 0...11), PartOfDay(word: "下午", hours: 12...23),
    ]

    /// What `aaaa` reads: also as people write them.
    static let spelledHalves =
        [PartOfDay(word: "a.m.", hours: 0...11), PartOfDay(word: "p.m.", hours: 12...23)] + halves

    /// What `B` reads: the parts of the day, a longer word before its beginning. Midnight has none: 晚上12点 is of one day or the next.
    static let parts =
        Array(halves.suffix(2)) + [
            PartOfDay(word: "凌晨", hours: 0...6), PartOfDay(word: "清晨", hours: 4...9), PartOfDay(word: "早上", hours: 4...11),
            PartOfDay(word: "早晨", hours: 4...11), PartOfDay(word: "早", hours: 4...11), PartOfDay(word: "中午", hours: 11...14),
            PartOfDay(word: "午后", hours: 12...18), PartOfDay(word: "傍晚", hours: 16...20), PartOfDay(word: "晚上", hours: 17...23),
            PartOfDay(word: "夜间", hours: 18...23), PartOfDay(word: "晚", hours: 17...23),
        ]

    /// The hour of the day that a written hour means here; `nil` where it means none: 上午 14, 晚上 12.
    ///
    /// - Parameter hour: as written, on a clock of twelve hours or of twenty-four.
    func hour(_ hour: Int) -> Int? {
        let meant = hour == 0 || hour > 12 ? [hour] : [hour % 12, hour % 12 + 12]
        return meant.first(where: hours.contains)
    }
}
