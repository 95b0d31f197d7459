/// A length of time as a policy writes it: a whole number and a unit, `30d`, `48h`, `90m`, `45s`.
public struct PolicyDuration: Hashable, Comparable, Sendable {
    public let seconds: Int

    /// From a number of seconds; 0 or more.
    public init(seconds: Int) {
        self.seconds = max(0, seconds)
    }

    public var duration: Duration { .seconds(seconds) }

    public static func < (left: PolicyDuration, right: PolicyDuration) -> Bool { left.seconds < right.seconds }

    private static let units: [(letter: Character, seconds: Int)] = [("d", 86_400), ("h", 3_600), ("m", 60), ("s", 1)]
}

extension PolicyDuration: LosslessStringConvertible, Codable {
    /// In the largest unit that leaves no rest: `2d`, not `48h`.
    public var description: String {
        for unit in Self.units where seconds % unit.seconds == 0 && seconds >= unit.seconds {
            return "\(seconds / unit.seconds)\(unit.letter)"
        }
        return "0s"
    }

    /// `nil` for anything but digits and one of the units `d`, `h`, `m`, `s`.
    public init?(_ text: String) {
        guard let letter = text.last, let unit = Self.units.first(where: { $0.letter == letter }) else { return nil }
        let digits = text.dropLast()
        guard !digits.isEmpty, digits.utf8.count <= 9, digits.utf8.allSatisfy({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }),
            let number = Int(digits)
        else { return nil }
        self.init(seconds: number * unit.seconds)
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let duration = PolicyDuration(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "expected a duration such as 30d, 48h, 90m or 45s")
        }
        self = duration
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
