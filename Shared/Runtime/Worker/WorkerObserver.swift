public import Domain
public import Kafka

/// Who is notified of what a worker does: metrics and logs at the edge, a recorder in tests.
public protocol WorkerObserver: AnyObject {
    func count(topic: String, outcome: MessageOutcome, by number: Int)
    func batch(messages: Int, wakes: Int, seconds: Double)
    /// How late a timer fired, in seconds of the service's clock.
    func timerLateness(seconds: Double)
    func notice(_ notice: WorkerNotice)
}

/// What became of one message.
public enum MessageOutcome: String, Sendable, CaseIterable {
    case decided
    /// A command that was not let in, and answered so.
    case refused
    /// An event that is not valid, or uses another's id, and was answered so.
    case rejected
    case duplicate
    /// A type this service does not know or need.
    case skipped
    /// It lay in another key's partition and was sent to its own.
    case forwarded
    case deadLettered = "dead-lettered"
    /// It waits behind a dead letter of its key.
    case parked
    /// It was put aside, since its sender is in quarantine.
    case quarantined
}

/// What is worth logging.
public enum WorkerNotice: Sendable, Equatable {
    case took(lanes: [LaneID])
    case gaveUp(lanes: [LaneID])
    case fenced(LaneID)
    case outageBegan(server: String, reason: String)
    /// The outage lasts, for another reason than was said last.
    case outageGoesOn(server: String, reason: String)
    case outageEnded(server: String)
    /// A topic, a table or a right is missing: nothing is done until it is there.
    case unusable(reason: String)
    case deadLetter(lane: LaneID, topic: String, offset: Int64, fault: Fault)
    /// A command was not let in: for the audit.
    case refused(lane: LaneID, topic: String, offset: Int64, type: String, CommandGate.Refusal)
    /// The worker has said that it is alive, for so many lanes.
    case beat(lanes: Int)
    case replayed(lane: LaneID, number: Int64)
    case discarded(lane: LaneID, number: Int64)
    /// Kafka deleted messages before they were read: so many, from that offset on.
    case missed(TopicPartition, from: Int64, count: Int64)
    /// The group had given nothing for so long, and the worker joined as another member.
    case rejoined(afterSeconds: Int64)
    case producerFailed(reason: String)
    /// The consumer is of no use any more and is rebuilt.
    case consumerFailed(reason: String)
    /// The lanes were taken from this worker: by its group, by another worker, or since its consumer has failed.
    case moved
    /// What this sender sends is put aside from now on, for so long: too many of its messages could not be taken, the last for that reason.
    case quarantined(source: String, topic: String, reason: String, seconds: Int64)
    case quarantineEnded(source: String)
    /// The worker has stopped taking messages, and tries again after a while.
    case halted(reason: String)
    /// It takes messages again after it had stopped.
    case resumed
    case brokerSays(level: Int, text: String)
}
