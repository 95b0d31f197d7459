/// A point in time, in whole milliseconds since 1970-01-01T00:00:00Z.
///
/// It is written as RFC 3339 with an offset and read with any offset. Domain never asks a clock for one: each is given.
public struct Instant: Hashable, Comparable, Sendable {
    /// Milliseconds since 1970-01-01T00:00:00Z; negative before.
    public let milliseconds: Int64

    /// The first and the last point in time that can be written: the years 0001 to 9999 in UTC.
    public static let earliest = Instant(seconds: Int64(CivilDate.writableDays.lowerBound) * 86_400)
    public static let latest = Instant(milliseconds: (Int64(CivilDate.writableDays.upperBound) + 1) * 86_400_000 - 1)

    /// Whether its year in UTC is one of 0001 to 9999, so that what is written of it is read back the same.
    public var isWritable: Bool { (Self.earliest...Self.latest).contains(self) }

    public init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    public init(seconds: Int64) {
        self.milliseconds = seconds * 1000
    }

    /// Microseconds since 1970, the unit of the database's `timestamptz`.
    public var microseconds: Int64 { milliseconds * 1000 }

    public func adding(_ duration: Duration) -> Instant {
        Instant(milliseconds: milliseconds + duration.wholeMilliseconds)
    }

    public func duration(since earlier: Instant) -> Duration {
        .milliseconds(milliseconds - earlier.milliseconds)
    }

    public static func < (left: Instant, right: Instant) -> Bool {
        left.milliseconds < right.milliseconds
    }
}

extension Duration {
    /// The duration in milliseconds, its fraction cut off.
    public var wholeMilliseconds: Int64 {
        components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
    }

    public static func days(_ count: Int) -> Duration { .seconds(count * 86_400) }
    public static func hours(_ count: Int) -> Duration { .seconds(count * 3_600) }
    public static func minutes(_ count: Int) -> Duration { .seconds(count * 60) }
}

/// RFC 3339 text. Written in UTC (`2026-09-30T08:00:00Z`, with milliseconds only where there are any).
///
/// RFC 3339 has four digits for the year, so a point in time can be written only if its year in UTC is 0001 to 9999. What is read lies within;
/// what a deadline far off leads to beyond is written as the last instant there is.
extension Instant: LosslessStringConvertible {
    public var description: String {
        let written = min(max(milliseconds, Self.earliest.milliseconds), Self.latest.milliseconds)
        let (days, rest) = Self.floorDivide(written, by: 86_400_000)
        let date = CivilDate(daysSinceEpoch: Int(days))
        var text: [UInt8] = []
        text.reserveCapacity(24)
        Self.append(date.year, digits: 4, to: &text)
        text.append(UInt8(ascii: "-"))
        Self.append(date.month, digits: 2, to: &text)
        text.append(UInt8(ascii: "-"))
        Self.append(date.day, digits: 2, to: &text)
        text.append(UInt8(ascii: "T"))
        let seconds = Int(rest / 1000)
        Self.append(seconds / 3600, digits: 2, to: &text)
        text.append(UInt8(ascii: ":"))
        Self.append(seconds / 60 % 60, digits: 2, to: &text)
        text.append(UInt8(ascii: ":"))
        Self.append(seconds % 60, digits: 2, to: &text)
        if rest % 1000 != 0 {
            text.append(UInt8(ascii: "."))
            Self.append(Int(rest % 1000), digits: 3, to: &text)
        }
        text.append(UInt8(ascii: "Z"))
        return String(decoding: text, as: UTF8.self)
    }

    /// Why a text is no point in time that Redress takes.
    public enum Unreadable: Error, Sendable {
        /// Not RFC 3339 with `Z` or a numeric offset, or a day or time that does not exist.
        case notRFC3339
        /// RFC 3339, but the year in UTC is none of 0001 to 9999, as of `0001-01-01T00:00:00+08:00`.
        case outOfRange

        /// What is wrong, as a fault says it after the field's name.
        public var problem: String {
            switch self {
            case .notRFC3339: "is not RFC 3339"
            case .outOfRange: "is outside the years 0001 to 9999 of UTC"
            }
        }

        public var expected: String {
            switch self {
            case .notRFC3339: "a time with offset, such as 2026-09-30T16:00:00+08:00"
            case .outOfRange: "a time from \(Instant.earliest) to \(Instant.latest)"
            }
        }
    }

    /// Reads RFC 3339 with `Z` or a numeric offset; `nil` for anything else, a date that does not exist and a year beyond 0001 to 9999 in UTC
    /// included.
    ///
    /// Digits after the third of a fraction are cut off. A leap second counts as the second before it.
    public init?(_ text: String) {
        guard case .success(let instant) = Self.read(text) else { return nil }
        self = instant
    }

    /// As ``init(_:)``, and says why a text is refused.
    public static func read(_ text: String) -> Result<Instant, Unreadable> {
        var reader = Reader(text)
        guard let year = reader.number(digits: 4), reader.skip("-"), let month = reader.number(digits: 2), reader.skip("-"),
            let day = reader.number(digits: 2), let date = CivilDate(year: year, month: month, day: day),
            reader.skip("T") || reader.skip("t") || reader.skip(" "),
            let hour = reader.number(digits: 2), reader.skip(":"), let minute = reader.number(digits: 2), reader.skip(":"),
            let second = reader.number(digits: 2), hour < 24, minute < 60, second <= 60,
            let fraction = reader.fraction(), let offset = reader.offsetMinutes(), reader.isAtEnd
        else { return .failure(.notRFC3339) }
        let days = Int64(date.daysSinceEpoch)
        let clock = Int64(hour * 3600 + minute * 60 + min(second, 59))
        let instant = Instant(milliseconds: (days * 86_400 + clock - Int64(offset) * 60) * 1000 + Int64(fraction))
        guard instant.isWritable else { return .failure(.outOfRange) }
        return .success(instant)
    }

    /// Reads what a state or an event of Redress's own holds, which an earlier release may have written with the year 0000.
    ///
    /// That release took times whose year in UTC is 0 or 10000 and wrote both as 0000: the former only ever as `0000-12-31`, since an offset is less
    /// than a day, the latter as `0000-01-01` with the fifth digit cut off. They count as the first and the last instant there is.
    public init?(stored text: String) {
        let bytes = text.utf8
        if bytes.first == UInt8(ascii: "0") {
            if bytes.starts(with: "0000-12-31T".utf8) {
                self = .earliest
                return
            }
            if bytes.starts(with: "0000-01-01T".utf8) {
                self = .latest
                return
            }
        }
        self.init(text)
    }

    private static func append(_ number: Int, digits: Int, to text: inout [UInt8]) {
        var divisor = 1
        for _ in 1..<digits { divisor *= 10 }
        while divisor > 0 {
            text.append(UInt8(ascii: "0") + UInt8(number / divisor % 10))
            divisor /= 10
        }
    }

    static func floorDivide(_ value: Int64, by divisor: Int64) -> (quotient: Int64, remainder: Int64) {
        let quotient = value >= 0 ? value / divisor : -((-value + divisor - 1) / divisor)
        return (quotient, value - quotient * divisor)
    }

    /// Goes through a text once, byte by byte, without a copy of it.
    private struct Reader {
        private var rest: String.UTF8View.Iterator
        private var next: UInt8?

        init(_ text: String) {
            rest = text.utf8.makeIterator()
            next = rest.next()
        }

        var isAtEnd: Bool { next == nil }

        mutating func skip(_ character: Unicode.Scalar) -> Bool {
            guard next == UInt8(ascii: character) else { return false }
            next = rest.next()
            return true
        }

        /// A number of exactly so many digits; `nil` where there are fewer, and then the text as a whole is none.
        mutating func number(digits: Int) -> Int? {
            var value = 0
            for _ in 0..<digits {
                guard let byte = next, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
                value = value * 10 + Int(byte - UInt8(ascii: "0"))
                next = rest.next()
            }
            return value
        }

        mutating func fraction() -> Int? {
            guard skip(".") else { return 0 }
            var value = 0
            var digits = 0
            while let digit = number(digits: 1) {
                if digits < 3 { value = value * 10 + digit }
                digits += 1
            }
            guard digits > 0 else { return nil }
            for _ in min(digits, 3)..<3 { value *= 10 }
            return value
        }

        mutating func offsetMinutes() -> Int? {
            if skip("Z") || skip("z") { return 0 }
            let sign = skip("+") ? 1 : skip("-") ? -1 : 0
            guard sign != 0, let hours = number(digits: 2), skip(":"), let minutes = number(digits: 2), hours < 24, minutes < 60
            else { return nil }
            return sign * (hours * 60 + minutes)
        }
    }
}

extension Instant: DocumentText {
    /// What a state or an event of Redress's own holds, which an earlier release may have written with the year 0000.
    public init?(documentText: String) { self.init(stored: documentText) }
    public var documentText: String { description }

    public static func form() -> DocumentForm<Instant> {
        DocumentForm(.format("date-time"), sample: Instant(milliseconds: 1_800_000_000_000))
    }
}

extension Instant: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let instant = Instant(stored: text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "expected an RFC 3339 time with offset, such as 2026-09-30T16:00:00+08:00")
        }
        self = instant
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
