public import Domain
public import Foundation

/// A message that could not be taken, parked with the reason; later messages of its key wait behind it until an operator decides.
public struct DeadLetter: Hashable, Sendable {
    /// The CloudEvents type on `redress.dead-letters`.
    public static let wireType = "redress.dead-letter.parked.v1"

    /// The service that parked it, such as `intake`.
    public let service: String
    public let topic: String
    public let partition: Int32
    public let offset: Int64
    public let fault: Fault
    /// The whole message as it was, sealed under `SealContext.deadLetter` by a key of its own that lies beside the letter in the service's
    /// table and nowhere else; `nil` where it is too large to travel twice and has to be fetched from its topic, partition and offset.
    public let original: SealedText?
    public let at: Instant

    public init(
        service: String, topic: String, partition: Int32, offset: Int64, fault: Fault, original: SealedText?, at: Instant
    ) {
        self.service = service
        self.topic = topic
        self.partition = partition
        self.offset = offset
        self.fault = fault
        self.original = original
        self.at = at
    }

    /// The event's data.
    public func encodeData(with coder: WireCoder) -> Data { coder.encode(self) }

    /// Reads the event's data; `nil` for another type.
    ///
    /// - Throws: a `Fault` with the path of what is missing or wrong.
    public static func decode(type: String, data: Data, with coder: WireCoder) throws(Fault) -> DeadLetter? {
        type == wireType ? try coder.decode(DeadLetter.self, from: data) : nil
    }
}

extension DeadLetter: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        service = try fields.required("service")
        topic = try fields.required("topic")
        partition = try fields.required("partition")
        offset = try fields.required("offset")
        fault = try fields.required("fault")
        original = try fields.optional("original")
        at = try fields.required("at")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("service", service)
        writer.write("topic", topic)
        writer.write("partition", partition)
        writer.write("offset", offset)
        writer.write("fault", fault)
        writer.write("original", original)
        writer.write("at", at)
    }
}
