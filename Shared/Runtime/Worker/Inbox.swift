import Kafka

/// Messages that were polled and are not decided yet, in order and bounded: while the brokers confirm nothing, or messages are large, more comes
/// than goes.
struct Inbox {
    /// How a message stands to those that came before it: what is missing before it, or comes once more, tells what has become of the partition.
    enum Arrival: Equatable {
        case expected
        /// It lies before what was read to here, and has come already.
        case earlier(readTo: Int64)
        /// Messages are missing from this offset on.
        case gap(from: Int64)
    }

    private var waiting: [ConsumedMessage] = []
    private var bytes = 0
    /// The next offset to come, by topic, since reading last started; at or above the stored offsets, as what waits is not decided.
    private var arrivals: [LaneID: [String: Int64]] = [:]
    /// Where the last message lay and what comes next there, which `arrivals` does not know yet: messages of a partition come in runs.
    private var run: (lane: LaneID, topic: String, next: Int64)?
    /// Whether reading pauses until what was polled is decided.
    private(set) var isHoldingBack = false
    private let limits: WorkerSettings

    init(_ limits: WorkerSettings) {
        self.limits = limits
    }

    var count: Int { waiting.count }
    var isEmpty: Bool { waiting.isEmpty }

    // MARK: Arrivals

    /// Takes a message that goes on with a run: the one after the last, of the same partition.
    ///
    /// - Returns: whether it was one.
    mutating func continues(with message: ConsumedMessage) -> Bool {
        guard let run, run.next == message.offset, run.lane.number == message.partition, run.topic == message.topic else { return false }
        self.run?.next = message.offset + 1
        wait(message)
        return true
    }

    private mutating func wait(_ message: ConsumedMessage) {
        waiting.append(message)
        bytes += message.size
    }

    private func next(of topic: String, in lane: LaneID) -> Int64? {
        if let run, run.lane == lane, run.topic == topic { return run.next }
        return arrivals[lane]?[topic]
    }

    private mutating func endRun() {
        guard let run else { return }
        arrivals[run.lane, default: [:]][run.topic] = run.next
        self.run = nil
    }

    /// - Parameter stored: the next offset to read by what is stored; `nil` where nothing was read of the topic yet.
    func arrival(of message: ConsumedMessage, in lane: LaneID, stored: Int64?) -> Arrival {
        let arrived = next(of: message.topic, in: lane)
        guard let expected = arrived ?? stored, message.offset != expected else { return .expected }
        // An earlier start may take effect late, and brings what has come already.
        if message.offset < expected { return .earlier(readTo: stored ?? 0) }
        // Within a stretch of reading only marks of transactions lie between two messages.
        return arrived != nil ? .expected : .gap(from: expected)
    }

    mutating func append(_ message: ConsumedMessage, in lane: LaneID) {
        endRun()
        run = (lane, message.topic, message.offset + 1)
        wait(message)
    }

    // MARK: Batches

    /// As many of the first messages as one transaction takes.
    func nextBatch() -> ArraySlice<ConsumedMessage> {
        var bytes = 0
        var count = 0
        for message in waiting.prefix(limits.batchSize) {
            bytes += message.size
            if count > 0, bytes > limits.batchBytes { break }
            count += 1
        }
        return waiting.prefix(count)
    }

    /// The first messages are decided.
    mutating func done(_ count: Int) {
        let count = min(count, waiting.count)
        for message in waiting.prefix(count) { bytes -= message.size }
        waiting.removeFirst(count)
    }

    // MARK: Back-pressure

    /// Whether so much waits that reading has to rest; it does from then on.
    mutating func holdsBack() -> Bool {
        guard !isHoldingBack else { return false }
        let batches = limits.backlogBatches
        guard waiting.count >= batches * limits.batchSize || bytes >= batches * limits.batchBytes else { return false }
        isHoldingBack = true
        return true
    }

    /// Reading starts again at the stored offsets: what was polled before comes again.
    mutating func restart() {
        clear()
        arrivals = [:]
        run = nil
        isHoldingBack = false
    }

    /// What was polled is not decided any more.
    mutating func clear() {
        endRun()
        waiting = []
        bytes = 0
    }

    /// What was polled of these lanes is not ours any more.
    mutating func remove(where isLost: (ConsumedMessage) -> Bool) {
        endRun()
        waiting.removeAll(where: isLost)
        bytes = waiting.reduce(0) { $0 + $1.size }
    }
}

extension ConsumedMessage {
    /// How many bytes its payload has.
    fileprivate var size: Int { value?.count ?? 0 }
}
