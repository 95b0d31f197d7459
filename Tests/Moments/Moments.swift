public import Domain
import Testing

/// Reads a time such as `2026-09-30T16:00:00+08:00`; one that cannot be read fails the test.
public func at(_ text: String) -> Instant {
    guard let instant = Instant(text) else {
        Issue.record("\(text) is not a time")
        return Instant(milliseconds: 0)
    }
    return instant
}

/// Reads a length such as `30d`; one that cannot be read fails the test.
public func lasting(_ text: String) -> PolicyDuration {
    guard let duration = PolicyDuration(text) else {
        Issue.record("\(text) is not a duration")
        return PolicyDuration(.zero)
    }
    return duration
}

extension EffectivePeriod {
    /// In force since the epoch.
    public static let always = EffectivePeriod(from: CivilDate(daysSinceEpoch: 0))
}

extension Sourced {
    /// A figure for a test.
    public init(_ value: Value) {
        self.init(value, source: "test")
    }
}

extension SealedText {
    /// What a test seals by hand: a text in its place.
    public static func sample(_ text: String) -> SealedText { SealedText(ciphertext: text) }
}
