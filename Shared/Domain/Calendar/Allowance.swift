/// How much time a deadline allows, and in which time it is counted; written as one pair, such as `workingDays: 5`.
public enum Allowance: Hashable, Sendable {
    /// Working days 工作日; the day it starts on is not counted (Civil Code art. 201).
    case workingDays(Int)
    /// Calendar days 日; the day it starts on is not counted (Civil Code art. 201). None at all is the end of that day.
    case calendarDays(Int)
    /// Time as the clock on the wall runs, from the moment it starts (Civil Code art. 201).
    case elapsed(PolicyDuration)
    /// Time within working hours only.
    case workingTime(PolicyDuration)

    /// Ten years: what is longer is a slip of the pen, and is counted as ten years.
    private static let longestDays = 3660

    /// The allowance in its measure's unit: milliseconds, a counted day being 86,400,000 of them; 0 or more.
    public var units: Int64 {
        let longest = Int64(Self.longestDays) * CivilDay.milliseconds
        return switch self {
        case .workingDays(let days), .calendarDays(let days): Int64(max(0, min(days, Self.longestDays))) * CivilDay.milliseconds
        case .elapsed(let length), .workingTime(let length): max(0, min(length.duration.wholeMilliseconds, longest))
        }
    }

    /// What is wrong with it; `nil` where it is more than nothing, or the same day, and at most ten years.
    var problem: String? {
        let isMore =
            switch self {
            case .workingDays(let days), .calendarDays(let days): days > Self.longestDays
            case .elapsed(let length), .workingTime(let length): length.duration > .days(Self.longestDays)
            }
        if self == .calendarDays(0) { return nil }
        return units == 0 ? "is not more than 0" : isMore ? "is more than ten years" : nil
    }
}

extension Allowance: CustomStringConvertible {
    /// `5 working days`, `48h`.
    public var description: String {
        switch self {
        case .workingDays(let days): days == 1 ? "1 working day" : "\(days) working days"
        case .calendarDays(0): "the same day"
        case .calendarDays(let days): days == 1 ? "1 calendar day" : "\(days) calendar days"
        case .elapsed(let duration): duration.description
        case .workingTime(let duration): "\(duration) of working time"
        }
    }
}

extension Allowance: Codable {
    private enum Key: String, CodingKey, CaseIterable {
        case workingDays, calendarDays, elapsed, workingTime
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        guard container.allKeys.count == 1, let key = container.allKeys.first else {
            throw DecodingError.dataCorrupted(
                DecodingError.Context(
                    codingPath: decoder.codingPath,
                    debugDescription: "expected exactly one of workingDays, calendarDays, elapsed, workingTime"))
        }
        switch key {
        case .workingDays: self = .workingDays(try container.decode(Int.self, forKey: key))
        case .calendarDays: self = .calendarDays(try container.decode(Int.self, forKey: key))
        case .elapsed: self = .elapsed(try container.decode(PolicyDuration.self, forKey: key))
        case .workingTime: self = .workingTime(try container.decode(PolicyDuration.self, forKey: key))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        switch self {
        case .workingDays(let days): try container.encode(days, forKey: .workingDays)
        case .calendarDays(let days): try container.encode(days, forKey: .calendarDays)
        case .elapsed(let duration): try container.encode(duration, forKey: .elapsed)
        case .workingTime(let duration): try container.encode(duration, forKey: .workingTime)
        }
    }
}
