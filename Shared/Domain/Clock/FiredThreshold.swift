/// An alert that went out: its identity within the complaint, so that it never goes out again.
public struct FiredThreshold: Hashable, Sendable {
    public let clock: ClockName
    /// From 1.
    public let cycle: Int
    /// Per cent of the allowed time.
    public let threshold: Int
    public let firedAt: Instant
}

/// Written as one line of text, `answer/1/80 2026-10-02T16:00:00Z`.
extension FiredThreshold: LosslessStringConvertible, Codable {
    public var description: String { "\(clock)/\(cycle)/\(threshold) \(firedAt)" }

    public init?(_ text: String) {
        let parts = text.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 2, let firedAt = Instant(stored: String(parts[1])) else { return nil }
        let identity = parts[0].split(separator: "/", omittingEmptySubsequences: false)
        guard identity.count == 3, let cycle = Int(digits: identity[1]), let threshold = Int(signedDigits: identity[2]) else { return nil }
        self.init(clock: ClockName(String(identity[0])), cycle: cycle, threshold: threshold, firedAt: firedAt)
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let fired = FiredThreshold(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "expected clock/cycle/threshold and a time")
        }
        self = fired
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
