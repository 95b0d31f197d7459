public import Contracts
public import Domain
public import Foundation

/// An event on its way out; the worker gives it its sequence and, unless it has one, its id.
public struct OutboundEvent: Sendable {
    public let topic: String
    public let key: String
    public let type: String
    /// An identity of the event's own, such as an alert's; `nil` for `<key>-<sequence>`.
    public let id: String?
    /// The payload; `nil` for a tombstone.
    public let data: Data?
    /// Whether it has a place among the events of its key. One that several states write under the same key has none: each state would count
    /// again. Its reader knows a repetition by source and id, as it does of outsiders.
    public let isSequenced: Bool
    /// The flow it belongs to, where it is not that of its state or of the event that led to it.
    public var correlationID: String?
    /// The id of the event it answers, where that is not the one that led to it.
    public var causationID: String?

    public init(topic: String, key: String, type: String, id: String? = nil, data: Data) {
        self.topic = topic
        self.key = key
        self.type = type
        self.id = id
        self.data = data
        isSequenced = true
    }

    /// An event without a sequence.
    public init(unsequenced topic: String, key: String, type: String, id: String, data: Data) {
        self.init(unnumbered: topic, key: key, type: type, id: id, data: data)
    }

    /// The tombstone of what was published under a key of a compacted topic.
    public static func tombstone(of key: String, on topic: String, type: String, id: String) -> OutboundEvent {
        OutboundEvent(unnumbered: topic, key: key, type: type, id: id, data: nil)
    }

    private init(unnumbered topic: String, key: String, type: String, id: String, data: Data?) {
        self.topic = topic
        self.key = key
        self.type = type
        self.id = id
        self.data = data
        isSequenced = false
    }

    /// How many bytes its payload has.
    var size: Int { data?.count ?? 0 }

    /// What it is in the journal.
    ///
    /// - Parameter sequence: its place among the events of its key; `nil` where it has none.
    func content(sequence: Int64?) -> JournalRow.Content {
        guard let data else { return .tombstone(type: type) }
        return .event(type: type, sequence: sequence, data: data)
    }
}

extension OutboundEvent {
    /// An event of Domain in its form on the wire.
    ///
    /// - Throws: a `Fault` where it has neither a sequence nor an identity by which a repetition is known.
    public init(_ event: some WireEvent, id: String? = nil, coder: WireCoder) throws(Fault) {
        let id = id ?? event.wireID
        let data = event.encodeData(with: coder)
        if event.isSequenced {
            self.init(topic: event.destination.name, key: event.key, type: event.wireType, id: id, data: data)
        } else {
            guard let id else {
                throw Fault(
                    field: "id", problem: "is missing for \(event.wireType), which has no sequence", expected: "an identity of its own")
            }
            self.init(unsequenced: event.destination.name, key: event.key, type: event.wireType, id: id, data: data)
        }
    }
}

extension OutboundEvent {
    /// An event of Domain without a sequence, for a key that several states write.
    public init(unsequenced event: some WireEvent, id: String, coder: WireCoder) {
        self.init(
            unsequenced: event.destination.name, key: event.key, type: event.wireType, id: id,
            data: event.encodeData(with: coder))
    }
}

extension OutboundEvent {
    /// A customer's key on its way to whoever opens what it seals. Many documents write the topic, so it has no sequence.
    init(_ made: CustomerKeyMade, _ coder: WireCoder) {
        self.init(
            unsequenced: Topic.customerKeys.name, key: made.key, type: CustomerKeyMade.wireType, id: made.key,
            data: made.encodeData(with: coder))
    }
}

/// An event with its place among those of its key.
struct SequencedEvent {
    let event: OutboundEvent
    /// `nil` for an event that has none.
    let sequence: Int64?
}
