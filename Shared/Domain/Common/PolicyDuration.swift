/// A length of time as a policy file writes it: `30d`, `48h`, `90m`, `20s`.
///
/// A day is 24 hours here. Counting calendar days or working days belongs to the clocks, which know a calendar.
public struct PolicyDuration: Hashable, Comparable, Sendable {
    public let duration: Duration

    public init(_ duration: Duration) {
        self.duration = duration
    }

    public static func < (left: PolicyDuration, right: PolicyDuration) -> Bool { left.duration < right.duration }
}

extension PolicyDuration: LosslessStringConvertible {
    /// Reads a whole number, zero or more, and one unit of `d`, `h`, `m`, `s`; at most ten thousand years.
    public init?(_ text: String) {
        guard let unit = text.last, let seconds = Self.seconds(in: unit) else { return nil }
        let digits = text.dropLast()
        guard let count = Int64(digits: digits) else { return nil }
        let (total, overflows) = count.multipliedReportingOverflow(by: seconds)
        guard !overflows, total <= Self.longest else { return nil }
        self.init(.seconds(total))
    }

    /// In the largest unit that leaves no rest: `30d`, and `25h` rather than a fraction.
    public var description: String {
        let total = duration.components.seconds
        for unit in ["d", "h", "m"] as [Character] {
            if let seconds = Self.seconds(in: unit), total != 0, total % seconds == 0 { return "\(total / seconds)\(unit)" }
        }
        return "\(total)s"
    }

    private static let longest: Int64 = 10_000 * 366 * 86_400

    private static func seconds(in unit: Character) -> Int64? {
        switch unit {
        case "d": 86_400
        case "h": 3_600
        case "m": 60
        case "s": 1
        default: nil
        }
    }
}

extension PolicyDuration: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let read = PolicyDuration(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "expected a duration such as 30d, 48h or 90m")
        }
        self = read
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

extension PolicyDuration: DocumentText {
    public static func form() -> DocumentForm<PolicyDuration> { DocumentForm(.text, sample: PolicyDuration(.hours(48))) }
}
