import Domain

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
