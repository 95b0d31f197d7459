public import Runtime

/// Writes down what a worker says and counts.
public final class RecordingObserver: WorkerObserver {
    public private(set) var counts: [MessageOutcome: Int] = [:]
    public private(set) var notices: [WorkerNotice] = []
    public private(set) var batches = 0
    public private(set) var lateness: [Double] = []
    /// Hears each notice.
    public var listener: ((WorkerNotice) -> Void)?

    public init() {}

    public func count(topic: String, outcome: MessageOutcome, by number: Int) { counts[outcome, default: 0] += number }
    public func batch(messages: Int, wakes: Int, seconds: Double) { batches += 1 }
    public func timerLateness(seconds: Double) { lateness.append(seconds) }
    public func notice(_ notice: WorkerNotice) {
        notices.append(notice)
        listener?(notice)
    }
}
