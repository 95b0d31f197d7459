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
        let text = JSONText(capacity: 1_024)
        try SinkEncoder(text: text).encode(value)
        return text.data
    }
}

/// What a value encodes itself to.
struct SinkEncoder: Encoder {
    let text: JSONText

    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func encode<Value: Encodable>(_ value: Value) throws {
        if Value.self == Data.self || Value.self == [String: Int64].self { return encodeNatively(value) }
        let depth = text.depth
        try value.encode(to: self)
        text.settle(to: depth)
    }

    /// Apart, since a function that may cast sets up room for it, which asks for the metadata of an optional, each time.
    @inline(never)
    private func encodeNatively(_ value: Any) {
        if let data = value as? Data { text.value(data.base64EncodedString()) }
        if let numbers = value as? [String: Int64] { encode(numbers) }
    }

    /// Numbers by name, for which `Dictionary` would make a container and a key of its own for each.
    private func encode(_ numbers: [String: Int64]) {
        text.begin(isObject: true)
        for (name, number) in numbers {
            text.name(name)
            text.value(number)
        }
        text.end(isObject: true)
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        text.begin(isObject: true)
        return KeyedEncodingContainer(KeyedSink<Key>(text: text, depth: text.depth))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        text.begin(isObject: false)
        return UnkeyedSink(text: text, depth: text.depth)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { SingleSink(text: text) }
}
