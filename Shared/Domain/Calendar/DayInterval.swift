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
