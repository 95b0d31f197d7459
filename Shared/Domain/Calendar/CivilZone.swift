import Foundation

/// A time zone as a short table of offsets, so that a date costs a search in a few numbers and never a call to a calendar library.
///
/// A fixed offset such as `+08:00` has one entry; an IANA name is sampled once for the years asked for. Outside those years the nearest offset holds.
public struct CivilZone: Hashable, Sendable {
    /// `+08:00`, `Z` or an IANA name such as `Europe/Berlin`.
    public let name: String
    /// Ascending; the first begins with time itself.
    private let offsets: [Offset]

    private struct Offset: Hashable, Sendable {
        let from: Int64
        let milliseconds: Int64
    }

    /// `nil` for a name that is neither an offset nor a zone the system knows.
    public init?(name: String, years: ClosedRange<Int>) {
        self.name = name
        if let seconds = Self.fixedOffset(name) {
            offsets = [Offset(from: .min, milliseconds: Int64(seconds) * 1000)]
            return
        }
        guard let zone = TimeZone(identifier: name), let first = CivilDate(year: years.lowerBound, month: 1, day: 1),
            let last = CivilDate(year: years.upperBound, month: 12, day: 31)
        else { return nil }
        offsets = Self.sampled(zone, from: first.daysSinceEpoch - 2, through: last.daysSinceEpoch + 3)
    }

    /// What is added to UTC, in milliseconds.
    public func offset(at milliseconds: Int64) -> Int64 {
        var index = offsets.count - 1
        while index > 0, offsets[index].from > milliseconds { index -= 1 }
        return offsets[index].milliseconds
    }

    /// The local day of an instant, counted from 1970-01-01.
    public func dayNumber(of instant: Instant) -> Int {
        let local = instant.milliseconds + offset(at: instant.milliseconds)
        return Int(Instant.floorDivide(local, by: CivilDay.milliseconds).quotient)
    }

    public func date(of instant: Instant) -> CivilDate {
        CivilDate(daysSinceEpoch: dayNumber(of: instant))
    }

    /// The instant of a wall-clock time; 24:00 is given as the whole day's milliseconds.
    ///
    /// A time the clocks skip moves on by the gap; of a time they show twice, the first is meant.
    public func instant(day: Int, millisecondOfDay: Int64) -> Instant {
        let local = Int64(day) * CivilDay.milliseconds + millisecondOfDay
        if offsets.count == 1 { return Instant(milliseconds: local - offsets[0].milliseconds) }
        let before = offset(at: local - CivilDay.milliseconds)
        let after = offset(at: local + CivilDay.milliseconds)
        if before == after || offset(at: local - before) == before { return Instant(milliseconds: local - before) }
        return Instant(milliseconds: local - (offset(at: local - after) == after ? after : before))
    }

    /// The first instant of a local day, which is also 24:00 of the day before.
    public func start(of day: Int) -> Instant { instant(day: day, millisecondOfDay: 0) }

    private static func fixedOffset(_ name: String) -> Int? {
        if name == "Z" { return 0 }
        let bytes = Array(name.utf8)
        guard bytes.count == 6, bytes[0] == UInt8(ascii: "+") || bytes[0] == UInt8(ascii: "-"), bytes[3] == UInt8(ascii: ":"),
            let hours = Int(digits: name.dropFirst().prefix(2)), let minutes = Int(digits: name.suffix(2)), (0...14).contains(hours),
            (0..<60).contains(minutes)
        else { return nil }
        return (bytes[0] == UInt8(ascii: "-") ? -1 : 1) * (hours * 3600 + minutes * 60)
    }

    /// Looks at each day's noon in UTC and halves the interval where two neighbours differ, down to the second.
    private static func sampled(_ zone: TimeZone, from first: Int, through last: Int) -> [Offset] {
        func seconds(at second: Int64) -> Int { zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(second))) }
        var earlier = Int64(first) * 86_400
        var current = seconds(at: earlier)
        var found = [Offset(from: .min, milliseconds: Int64(current) * 1000)]
        for day in first + 1...last {
            let later = Int64(day) * 86_400
            let next = seconds(at: later)
            if next != current {
                var low = earlier
                var high = later
                while high - low > 1 {
                    let middle = (low + high) / 2
                    if seconds(at: middle) == current { low = middle } else { high = middle }
                }
                found.append(Offset(from: high * 1000, milliseconds: Int64(next) * 1000))
                current = next
            }
            earlier = later
        }
        return found
    }
}
