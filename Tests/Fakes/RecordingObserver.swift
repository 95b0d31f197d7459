public import Runtime

/// Writes down what a worker says and counts.
public final class RecordingObserver: WorkerObserver {
    public private(set) var counts: [MessageOutcome: Int] = [:]
    public private(set) var notices: [WorkerNotice] = []
    public private(set) var batches = 0
    public private(set) var lateness: [Double] = []
    /// Hears each notice.
    public var listener: ((WorkerNotice) -> Void)?
    /// Is told everything, too.
    public var next: (any WorkerObserver)?

    public init() {}

    public func count(topic: String, outcome: MessageOutcome, by number: Int) {
        counts[outcome, default: 0] += number
        next?.count(topic: topic, outcome: outcome, by: number)
    }

    public func batch(messages: Int, wakes: Int, seconds: Double) {
        batches += 1
        next?.batch(messages: messages, wakes: wakes, seconds: seconds)
    }

    public func timerLateness(seconds: Double) {
        lateness.append(seconds)
        next?.timerLateness(seconds: seconds)
    }

    public func notice(_ notice: WorkerNotice) {
        notices.append(notice)
        next?.notice(notice)
        listener?(notice)
    }
}
