import Dispatch
public import Domain
import Foundation

/// Where a service gets its time from.
public protocol RuntimeClock: Sendable {
    func now() -> Instant

    /// Milliseconds of the machine's time until this clock shows `instant`; 0 when it does already.
    func milliseconds(until instant: Instant) -> Int

    /// Milliseconds since some fixed moment, which no correction of the time of day moves: for back-offs.
    func monotonicMilliseconds() -> Int64
}

extension RuntimeClock {
    public func milliseconds(until instant: Instant) -> Int {
        max(0, Int(clamping: instant.milliseconds - now().milliseconds))
    }

    public func monotonicMilliseconds() -> Int64 {
        Int64(DispatchTime.now().uptimeNanoseconds / 1_000_000)
    }
}

/// The machine's clock.
public struct SystemClock: RuntimeClock {
    public init() {}

    public func now() -> Instant {
        Instant(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down)))
    }
}

/// A clock that runs faster than the machine's, for demonstrations: all services that are given the same three figures agree.
public struct AcceleratedClock: RuntimeClock, Equatable {
    /// The machine's time at which this clock shows `start`.
    public let origin: Instant
    public let start: Instant
    /// How many seconds pass here in one of the machine's; above 0.
    public let speed: Double

    public init(origin: Instant, start: Instant, speed: Double) {
        self.origin = origin
        self.start = start
        self.speed = speed
    }

    public func now() -> Instant {
        let elapsed = Double(SystemClock().now().milliseconds - origin.milliseconds)
        return Instant(milliseconds: start.milliseconds + Int64(elapsed * speed))
    }

    public func milliseconds(until instant: Instant) -> Int {
        let distance = Double(instant.milliseconds - now().milliseconds) / speed
        return Int(min(max(distance.rounded(.up), 0), 86_400_000))
    }

    /// Reads `START@SPEED@ORIGIN`, such as `2026-04-01T00:00:00Z@20000@2026-11-24T06:00:00Z`; `nil` for anything else.
    public init?(_ text: String) {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 3, let start = Instant(String(parts[0])), let speed = Double(decimal: parts[1]), speed > 0,
            let origin = Instant(String(parts[2]))
        else { return nil }
        self.init(origin: origin, start: start, speed: speed)
    }
}
