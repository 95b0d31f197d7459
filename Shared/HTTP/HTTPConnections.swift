import CMicroHTTPD
import Dispatch
import Foundation
import Synchronization

/// The open connections, each with the time since when its request is awaited; those that take too long are cut off.
///
/// The library bounds silence only, so a client that sends a byte now and then would hold its connection forever.
final class HTTPConnections: Sendable {
    private let awaited: Mutex<[Int32: ContinuousClock.Instant]> = Mutex([:])
    private let timeout: Duration
    private let isOver = DispatchSemaphore(value: 0)

    init(timeout: Duration) {
        self.timeout = timeout
        let isOver = isOver
        Thread.detachNewThread { [weak self] in
            while isOver.wait(timeout: .now() + 0.5) == .timedOut { self?.cutOffTheSlow() }
        }
    }

    deinit {
        isOver.signal()
    }

    func began(_ socket: Int32) {
        if socket >= 0 { awaited.withLock { $0[socket] = .now } }
    }

    /// An answer is out: the time for the next request begins.
    func answered(_ socket: Int32) {
        awaited.withLock { if $0[socket] != nil { $0[socket] = .now } }
    }

    func ended(_ socket: Int32) {
        awaited.withLock { $0[socket] = nil }
    }

    /// Under the lock no connection can end, so a number belongs to the connection it was noted for. The library sees the shutdown, closes
    /// the socket itself, and tells.
    private func cutOffTheSlow() {
        let now = ContinuousClock.now
        awaited.withLock { awaited in
            for (socket, since) in awaited where now - since > timeout { shutdown(socket, Int32(SHUT_RDWR)) }
        }
    }
}
