public import Domain
import Kafka

/// What a dead letter came from.
public enum DeadLetterOrigin: Equatable, Sendable {
    /// A message, by its place in Kafka.
    case message(topic: String, partition: Int32, offset: Int64)
    /// The timer of a state, by the lane of the state and when it was due.
    case timer(lane: Int32, due: Instant)

    /// The word for a timer where a letter names a topic: in the tables, in the event `redress.dead-letter.parked.v1` and in logs.
    private static let timerName = "timer"

    init(_ message: ConsumedMessage) {
        self = .message(topic: message.topic, partition: message.partition, offset: message.offset)
    }

    /// Reads what is stored, and what the event tells: a timer has its lane as the partition and its time in milliseconds as the offset.
    init(topic: String, partition: Int32, offset: Int64) {
        self =
            topic == Self.timerName
            ? .timer(lane: partition, due: Instant(milliseconds: offset)) : .message(topic: topic, partition: partition, offset: offset)
    }

    /// The topic, or `timer`.
    public var topic: String {
        switch self {
        case .message(let topic, _, _): topic
        case .timer: Self.timerName
        }
    }

    public var partition: Int32 {
        switch self {
        case .message(_, let partition, _): partition
        case .timer(let lane, _): lane
        }
    }

    public var offset: Int64 {
        switch self {
        case .message(_, _, let offset): offset
        case .timer(_, let due): due.milliseconds
        }
    }
}
