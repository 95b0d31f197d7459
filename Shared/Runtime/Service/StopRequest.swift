import Dispatch
import Glibc
import Synchronization

/// What ends a service's wait, from any thread: a signal, or something that cannot go on.
final class StopRequest: Sendable {
    private let asked = DispatchSemaphore(value: 0)
    private let signal = Mutex<Int32?>(nil)

    /// - Parameter signal: the signal's number, where it was one; the first is kept.
    func ask(signal number: Int32? = nil) {
        signal.withLock { $0 = $0 ?? number }
        asked.signal()
    }

    /// Waits until somebody asks; `nil`: it was no signal.
    func wait() -> Int32? {
        asked.wait()
        return signal.withLock { $0 }
    }
}

/// SIGTERM and SIGINT, asked for in place of being died of, as long as this is held.
final class StopSignals {
    private let sources: [any DispatchSourceSignal]

    init(_ request: StopRequest) {
        sources = [SIGTERM, SIGINT].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { request.ask(signal: number) }
            source.resume()
            return source
        }
    }

    deinit {
        for source in sources { source.cancel() }
    }
}
