public import Domain
public import Foundation

/// One message the lane has to send, and afterwards the lasting record that it was sent.
///
/// The journal is the outbox: a row is unconfirmed while its position is above the lane's confirmed watermark.
public struct JournalRow: Equatable, Sendable {
    public let lane: LaneID
    /// Rises by one with each row of the lane, from 1.
    public let position: Int64
    public let topic: String
    /// `nil`: where murmur2 of the key puts it. Set where a misplaced message is forwarded.
    public let partition: Int32?
    public let key: String
    /// The CloudEvents id; of the form `<key>-<sequence>` unless the event has an identity of its own.
    public let id: String
    /// The CloudEvents type; `nil` for a message that is forwarded as it came.
    public let type: String?
    /// The extension `sequence`: per key and writer, from 1; `nil` for a forwarded message.
    public let sequence: Int64?
    public let time: Instant
    public let traceParent: String?
    /// What groups it with the other events of its flow, and the id of the event that caused it; `nil` where there is none.
    public let correlation: Correlation
    /// The payload; empty for a message without one, a tombstone; of a forwarded message its key, headers and payload, sealed, since it may hold personal data.
    public let data: Data

    public init(
        lane: LaneID, position: Int64, topic: String, partition: Int32?, key: String, id: String, type: String?, sequence: Int64?,
        time: Instant, traceParent: String?, correlation: Correlation = .none, data: Data
    ) {
        self.lane = lane
        self.position = position
        self.topic = topic
        self.partition = partition
        self.key = key
        self.id = id
        self.type = type
        self.sequence = sequence
        self.time = time
        self.traceParent = traceParent
        self.correlation = correlation
        self.data = data
    }
}
