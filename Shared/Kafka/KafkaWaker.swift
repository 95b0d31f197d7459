internal import CRDKafka
internal import CSystem
internal import Glibc
internal import Synchronization

/// Ends a poll from another thread, at once.
///
/// It owns the eventfd that librdkafka's queues write to as well, so one `poll(2)` waits for messages, reports and callers alike. The
/// descriptor is closed only when the last holder lets go, and the clients hold it until librdkafka's threads are gone.
public final class KafkaWaker: Sendable {
    let descriptor: Int32
    private let isSignalled = Atomic(false)

    init() throws(KafkaError) {
        descriptor = eventfd(0, Int32(EFD_NONBLOCK) | Int32(EFD_CLOEXEC))
        guard descriptor >= 0 else {
            throw KafkaError(code: RD_KAFKA_RESP_ERR__FAIL.rawValue, message: "eventfd: errno \(errno)", context: "open the waker")
        }
    }

    deinit {
        close(descriptor)
    }

    /// Makes the poll that runs now, or the next one, return at once. Safe from any thread and from a signal handler.
    public func wake() {
        isSignalled.store(true, ordering: .releasing)
        // The counter would have to hold 2^64 - 2 for this to fail, and then the descriptor is readable anyway.
        _ = eventfd_write(descriptor, 1)
    }

    /// Whether `wake` was called since this was last asked.
    func takeSignal() -> Bool {
        isSignalled.exchange(false, ordering: .acquiring)
    }

    /// Blocks until something was written to the descriptor or the time is over, and empties it.
    func sleep(milliseconds: Int) {
        var waited = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        // An interrupted or failed wait is a short one: the caller looks at its queues and comes back.
        guard unsafe poll(&waited, 1, Int32(clamping: milliseconds)) > 0 else { return }
        var count: UInt64 = 0
        _ = unsafe eventfd_read(descriptor, &count)
    }
}
