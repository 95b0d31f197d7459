public import Domain
public import Runtime
import Synchronization

/// A clock that stands until it is moved.
public final class ManualClock: RuntimeClock {
    /// The time people have, and how long the machine runs: only the former may be set back.
    private struct Times {
        var now: Instant
        var monotonic: Int64
    }

    private let times: Mutex<Times>

    public init(_ start: Instant) {
        times = Mutex(Times(now: start, monotonic: start.milliseconds))
    }

    /// Time goes on.
    public func advance(_ duration: Duration) {
        times.withLock { times in
            times.now = times.now.adding(duration)
            times.monotonic += duration.wholeMilliseconds
        }
    }

    /// Somebody sets the clock, forward or back; the machine has run no longer for it.
    public func set(by duration: Duration) {
        times.withLock { $0.now = $0.now.adding(duration) }
    }

    public func now() -> Instant { times.withLock { $0.now } }

    public func monotonicMilliseconds() -> Int64 { times.withLock { $0.monotonic } }
}
