import Dispatch
import Foundation
import Synchronization

/// Work in a thread of its own, until it is asked to end.
final class Background: Sendable {
    private let stopping = DispatchSemaphore(value: 0)
    private let ended = DispatchSemaphore(value: 0)
    /// Why it could not go on; `nil` while it can.
    private let fault = Mutex<String?>(nil)
    private let name: String

    /// - Parameter work: asks now and then, waiting so many milliseconds at most, whether it shall end.
    init(_ name: String, _ work: @escaping @Sendable (_ shallEnd: (Int) -> Bool) throws -> Void) {
        self.name = name
        let thread = Thread { [self] in
            do {
                try work { self.stopping.wait(timeout: .now() + .milliseconds($0)) == .success }
            } catch {
                fault.withLock { $0 = "\(error)" }
            }
            ended.signal()
        }
        thread.name = name
        thread.start()
    }

    /// Waits until what was begun is done.
    ///
    /// - Throws: as `check`.
    func stop() throws {
        stopping.signal()
        ended.wait()
        try check()
    }

    /// - Throws: why it has given up.
    func check() throws {
        if let fault = fault.withLock({ $0 }) { throw Unavailable(description: "the \(name) gave up: \(fault)") }
    }
}
