import Dispatch
import Glibc
import Synchronization

/// Ctrl-C and SIGTERM as a question that the steps of the demo ask, so that each way out ends what was started.
final class StopFlag {
    /// Thrown by a step that was told to stop.
    struct Stopped: Error, CustomStringConvertible {
        var description: String { "stopped" }
    }

    /// What the signals' handlers, which run on another thread, change.
    private final class State: Sendable {
        let isStopped = Atomic(false)
        let ended = DispatchSemaphore(value: 0)

        func stop() {
            isStopped.store(true, ordering: .releasing)
            ended.signal()
        }
    }

    private let state = State()
    private let sources: [any DispatchSourceSignal]

    /// Begins to listen; from now on the signals end nothing by themselves.
    init() {
        let state = state
        sources = [SIGINT, SIGTERM, SIGHUP].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { state.stop() }
            source.activate()
            return source
        }
    }

    var isStopped: Bool { state.isStopped.load(ordering: .acquiring) }

    /// - Throws: `Stopped` once a signal came.
    func check() throws(Stopped) {
        if isStopped { throw Stopped() }
    }

    /// Waits until a signal comes; returns at once where one came before.
    func wait() {
        guard !isStopped else { return }
        state.ended.wait()
    }
}
