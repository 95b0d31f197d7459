public import Domain
public import Foundation

/// An event of Domain that has a form on the wire: a CloudEvents type for each case, and its payload as JSON data.
///
/// Each case is named twice, once on its way out and once on its way in; its type, its data and its schema follow from these.
public protocol WireEvent: Sendable, Equatable {
    /// The types of the cases that are read; the raw value is the CloudEvents type, such as `redress.complaint.registered.v1`.
    associatedtype WireType: RawRepresentable & CaseIterable & Sendable where WireType.RawValue == String
    /// The topic its service writes it to.
    static var topic: Topic { get }
    /// The type of each case, in the order of the cases.
    static var wireTypes: [String] { get }
    /// Where this event is written: `topic`, but for a message to another writer.
    var destination: Topic { get }
    /// Whether it has a place among the events of its key. A message to the writer of another key has none: each of those who send one would count
    /// again. Its reader knows a repetition by source and id, as it does of outsiders, so it needs a `wireID`.
    var isSequenced: Bool { get }
    /// The CloudEvents id of an event that has an identity of its own; `nil` for `<key>-<sequence>`.
    var wireID: String? { get }
    /// The Kafka key, which is also the CloudEvents subject and partition key; never personal data.
    var key: String { get }
    /// The id of the event it answers, where it need not be the one that led to it: a command that waited is refused by the clock.
    var answeredID: String? { get }
    /// Whether only the sender of what it answers is told: nothing was taken, and no complaint's facts are to go on from it.
    ///
    /// - Parameter sequence: the event's place among its complaint's; `nil` where it has none.
    func isAnswerAlone(sequence: Int64?) -> Bool
    /// Hands over the case's payload with its type.
    func give<Receiver: PayloadReceiver>(to receiver: Receiver) -> Receiver.Answer
    /// Makes the case of a type from a payload that the source gives.
    ///
    /// - Throws: a `Fault` with the path of what is missing or wrong.
    static func read<Source: PayloadSource>(_ type: WireType, from source: inout Source) throws(Fault) -> Self

    // Both follow from the above, and are requirements so that they are made for each event by itself, with its payloads known.

    /// The payload as JSON.
    func encodeData(with coder: WireCoder) -> Data
    /// Reads a payload; `nil` for a type this reader does not know, which it passes over and counts.
    ///
    /// - Throws: a `Fault` with the path of what is missing or wrong.
    static func decode(type: String, data: Data, with coder: WireCoder) throws(Fault) -> Self?
}

extension WireEvent {
    public var destination: Topic { Self.topic }

    public var isSequenced: Bool { true }

    public var wireID: String? { nil }

    public var answeredID: String? { nil }

    public func isAnswerAlone(sequence: Int64?) -> Bool { false }

    /// The CloudEvents type, such as `redress.complaint.registered.v1`.
    public var wireType: String { give(to: TypeOfPayload()) }

    public func encodeData(with coder: WireCoder) -> Data { give(to: DataOfPayload(coder: coder)) }

    public static func decode(type: String, data: Data, with coder: WireCoder) throws(Fault) -> Self? {
        guard let type = WireType(rawValue: type) else { return nil }
        var source = PayloadOfData(data: data, coder: coder)
        return try read(type, from: &source)
    }
}

/// What is done with the payload of an event, whichever it is.
public protocol PayloadReceiver {
    associatedtype Answer
    func take<Payload: Document>(_ payload: Payload, as type: String) -> Answer
}

/// Where the payload of an event comes from, whichever it is.
public protocol PayloadSource {
    /// - Throws: a `Fault` with the path of what is missing or wrong.
    mutating func payload<Payload: Document>() throws(Fault) -> Payload
}

// Public, as the readers and writers of documents are: what an event is read by is made for each event in every module.

/// The type of an event.
public struct TypeOfPayload: PayloadReceiver {
    public func take<Payload: Document>(_ payload: Payload, as type: String) -> String { type }
}

/// The payload of an event as JSON.
public struct DataOfPayload: PayloadReceiver {
    let coder: WireCoder

    public func take<Payload: Document>(_ payload: Payload, as type: String) -> Data { coder.encode(payload) }
}

/// A payload that is read from JSON.
public struct PayloadOfData: PayloadSource {
    let data: Data
    let coder: WireCoder

    public mutating func payload<Payload: Document>() throws(Fault) -> Payload { try coder.decode(Payload.self, from: data) }
}
