public import Domain
public import Foundation

/// A key by which a customer's personal data is sealed, wrapped by the keyring, on the compacted topic `redress.customer-keys`.
///
/// A sealed text `v2.<key>.…` names it. The service that sealed the text writes it, and once the customer is erased a message of this key
/// without payload, a tombstone: from then on nothing it sealed can be opened.
public struct CustomerKeyMade: Hashable, Sendable {
    /// The CloudEvents type on `redress.customer-keys`.
    public static let wireType = "redress.customer-key.made.v1"
    /// The type of a tombstone.
    public static let erasedType = "redress.customer-key.erased.v1"

    /// The key's identifier, which is also the Kafka key.
    public let key: String
    /// `<key>:<32 bytes, sealed by the keyring under redress.customer-key.v1>`.
    public let wrapped: SealedText

    public init(key: String, wrapped: SealedText) {
        self.key = key
        self.wrapped = wrapped
    }

    /// The event's data.
    public func encodeData(with coder: WireCoder) -> Data { coder.encode(self) }

    /// Reads the event's data; `nil` for another type.
    ///
    /// - Throws: a `Fault` with the path of what is missing or wrong.
    public static func decode(type: String, data: Data, with coder: WireCoder) throws(Fault) -> CustomerKeyMade? {
        type == wireType ? try coder.decode(CustomerKeyMade.self, from: data) : nil
    }
}

extension CustomerKeyMade: Document {
    public init<Fields: FieldReader>(fields: inout Fields) throws(Fault) {
        key = try fields.required("key")
        wrapped = try fields.required("wrapped")
    }

    public func writeFields<Writer: DocumentWriter>(to writer: Writer) {
        writer.write("key", key)
        writer.write("wrapped", wrapped)
    }
}
