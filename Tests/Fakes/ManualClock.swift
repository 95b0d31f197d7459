public import Domain
public import Runtime
import Synchronization

/// A clock that stands until it is moved.
public final class ManualClock: RuntimeClock {
    private let time: Mutex<Instant>

    public init(_ start: Instant) {
        time = Mutex(start)
    }

    public func advance(_ duration: Duration) {
        time.withLock { $0 = $0.adding(duration) }
    }

    public func now() -> Instant { time.withLock { $0 } }

    public func monotonicMilliseconds() -> Int64 { now().milliseconds }
}
