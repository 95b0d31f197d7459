/// How far a place's clocks are ahead of UTC, as a policy file writes it: `+08:00`.
public struct UTCOffset: Hashable, Sendable {
    /// Minutes ahead of UTC; negative to the west.
    public let minutes: Int

    public static let utc = UTCOffset(known: 0)

    /// `nil` beyond 18 hours either way, which no place has.
    public init?(minutes: Int) {
        guard abs(minutes) <= 18 * 60 else { return nil }
        self.minutes = minutes
    }

    private init(known minutes: Int) {
        self.minutes = minutes
    }
}

extension UTCOffset: LosslessStringConvertible {
    public init?(_ text: String) {
        if text == "Z" {
            self.init(minutes: 0)
            return
        }
        let bytes = Array(text.utf8)
        guard bytes.count == 6, bytes[3] == UInt8(ascii: ":"), let sign = Self.sign(bytes[0]),
            let hours = Self.twoDigits(bytes[1], bytes[2]), let minutes = Self.twoDigits(bytes[4], bytes[5]), minutes < 60
        else { return nil }
        self.init(minutes: sign * (hours * 60 + minutes))
    }

    public var description: String {
        let hours = abs(minutes) / 60
        let rest = abs(minutes) % 60
        return (minutes < 0 ? "-" : "+") + (hours < 10 ? "0" : "") + "\(hours):" + (rest < 10 ? "0" : "") + "\(rest)"
    }

    private static func sign(_ byte: UInt8) -> Int? {
        switch byte {
        case UInt8(ascii: "+"): 1
        case UInt8(ascii: "-"): -1
        default: nil
        }
    }

    private static func twoDigits(_ tens: UInt8, _ ones: UInt8) -> Int? {
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        guard digits ~= tens, digits ~= ones else { return nil }
        return Int(tens - digits.lowerBound) * 10 + Int(ones - digits.lowerBound)
    }
}

extension UTCOffset: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let read = UTCOffset(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "expected an offset such as +08:00")
        }
        self = read
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

extension Instant {
    /// The day it is at this point in time, where clocks are this far ahead of UTC.
    public func day(at offset: UTCOffset) -> CivilDate {
        let writable = min(max(self, .earliest), .latest)
        let local = writable.milliseconds + Int64(offset.minutes) * 60_000
        return CivilDate(daysSinceEpoch: Int(Self.floorDivide(local, by: 86_400_000).quotient))
    }
}
