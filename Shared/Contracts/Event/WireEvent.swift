public import Domain
public import Foundation

/// An event of Domain that has a form on the wire: a CloudEvents type for each case, and its payload as JSON data.
public protocol WireEvent: Sendable, Equatable {
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
    /// The CloudEvents type, such as `redress.complaint.registered.v1`.
    var wireType: String { get }
    /// The Kafka key, which is also the CloudEvents subject and partition key; never personal data.
    var key: String { get }
    /// The id of the event it answers, where it need not be the one that led to it: a command that waited is refused by the clock.
    var answeredID: String? { get }
    /// Whether only the sender of what it answers is told: nothing was taken, and no complaint's facts are to go on from it.
    ///
    /// - Parameter sequence: the event's place among its complaint's; `nil` where it has none.
    func isAnswerAlone(sequence: Int64?) -> Bool
    /// The payload as JSON.
    ///
    /// - Throws: a `Fault` when a value has no form in JSON.
    func encodeData(with coder: WireCoder) throws(Fault) -> Data
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
}
