public import Domain
public import Foundation

/// One message the lane has to publish, and afterwards the lasting record that it was sent.
///
/// The journal is the outbox: a row is still to be published while its position is above the lane's confirmed watermark.
public struct JournalRow: Equatable, Sendable {
    /// What a row publishes.
    public enum Content: Equatable, Sendable {
        /// An event of ours.
        ///
        /// - Parameters:
        ///   - type: the CloudEvents type.
        ///   - sequence: the extension `sequence`: per key and writer, from 1; `nil` for an event that has none.
        ///   - data: the payload; never empty.
        case event(type: String, sequence: Int64?, data: Data)
        /// What was published under the key is to go from a compacted topic: an event of this type without a payload.
        case tombstone(type: String)
        /// An outsider's message that lay in another key's partition and goes on as it came.
        ///
        /// - Parameters:
        ///   - sealed: its key, headers and payload, sealed together, since they may hold personal data.
        ///   - partition: where it belongs.
        case forwarded(sealed: Data, partition: Int32)
    }

    public let lane: LaneID
    /// Rises by one with each row of the lane, from 1.
    public let position: Int64
    public let topic: String
    /// Of an event its Kafka key; of a forwarded message the key of its state.
    public let key: String
    /// The CloudEvents id; of the form `<key>-<sequence>` unless the event has an identity of its own.
    public let id: String
    public let time: Instant
    public let traceParent: String?
    /// What groups it with the other events of its flow, and the id of the event that caused it; `nil` where there is none.
    public let correlation: Correlation
    public let content: Content

    public init(
        lane: LaneID, position: Int64, topic: String, key: String, id: String, time: Instant, traceParent: String? = nil,
        correlation: Correlation = .none, content: Content
    ) {
        self.lane = lane
        self.position = position
        self.topic = topic
        self.key = key
        self.id = id
        self.time = time
        self.traceParent = traceParent
        self.correlation = correlation
        self.content = content
    }

    /// The CloudEvents type; `nil` for a message that is forwarded as it came.
    public var type: String? {
        switch content {
        case .event(let type, _, _), .tombstone(let type): type
        case .forwarded: nil
        }
    }

    /// Its place among the events of its key; `nil` where it has none.
    public var sequence: Int64? {
        switch content {
        case .event(_, let sequence, _): sequence
        case .tombstone, .forwarded: nil
        }
    }
}

/// What an event has to do with others, as CloudEvents' extension of that name says it.
public struct Correlation: Hashable, Sendable {
    /// The flow it belongs to: the id of the event that began it, or what that one's sender gave.
    public let id: String?
    /// The id of the event that directly caused it; `nil` where time did.
    public let cause: String?

    public static let none = Correlation(id: nil, cause: nil)

    public init(id: String?, cause: String?) {
        self.id = id
        self.cause = cause
    }
}
