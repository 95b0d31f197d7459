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
