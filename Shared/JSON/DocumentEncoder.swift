public import Foundation

/// Writes `Encodable` values as JSON, straight into one buffer, without a tree in between: for what is written thousands of times a second.
///
/// The text is what Foundation's encoder writes with its standard settings, members in the order of encoding; `Data` is Base64. Numbers JSON
/// does not have are written as `null`.
public struct DocumentEncoder: Sendable {
    public init() {}

    /// The value's JSON.
    ///
    /// - Throws: what the value's own `encode(to:)` throws.
    public func encode(_ value: some Encodable) throws -> Data {
        let sink = EncodingSink()
        try sink.encode(value)
        return sink.writer.data
    }
}

/// The buffer one document is written into, and which brackets are open.
final class EncodingSink {
    private enum Bracket {
        case object
        case array
    }

    var writer = JSONWriter()
    private var open: [Bracket] = []

    var depth: Int { open.count }

    func beginObject() {
        writer.beginObject()
        open.append(.object)
    }

    func beginArray() {
        writer.beginArray()
        open.append(.array)
    }

    /// Closes what was opened below a container that goes on.
    func settle(to depth: Int) {
        while open.count > depth {
            switch open.removeLast() {
            case .object: writer.endObject()
            case .array: writer.endArray()
            }
        }
    }

    func encode<Value: Encodable>(_ value: Value) throws {
        if Value.self == Data.self, let data = value as? Data { return writer.value(data.base64EncodedString()) }
        let depth = open.count
        try value.encode(to: SinkEncoder(sink: self))
        settle(to: depth)
    }
}

/// What a value encodes itself to.
struct SinkEncoder: Encoder {
    let sink: EncodingSink

    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        sink.beginObject()
        return KeyedEncodingContainer(KeyedSink<Key>(sink: sink, depth: sink.depth))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        sink.beginArray()
        return UnkeyedSink(sink: sink, depth: sink.depth)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { SingleSink(sink: sink) }
}
