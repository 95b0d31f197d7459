import Dispatch

/// Lets time pass in which nothing of ours works.
enum Pause {
    static func wait(seconds: Double) {
        // Nobody signals.
        _ = DispatchSemaphore(value: 0).wait(timeout: .now() + seconds)
    }
}
