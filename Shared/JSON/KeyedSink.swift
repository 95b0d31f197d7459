/// An object being written.
struct KeyedSink<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let text: JSONText
    /// How many brackets are open while this object is the innermost.
    let depth: Int

    var codingPath: [any CodingKey] { [] }

    private func name(_ key: Key) {
        text.settle(to: depth)
        text.name(key.stringValue)
    }

    func encodeNil(forKey key: Key) {
        name(key)
        text.null()
    }

    func encode(_ value: Bool, forKey key: Key) {
        name(key)
        text.value(value)
    }

    func encode(_ value: String, forKey key: Key) {
        name(key)
        text.value(value)
    }

    func encode(_ value: Double, forKey key: Key) {
        name(key)
        text.value(value)
    }

    func encode(_ value: Float, forKey key: Key) {
        name(key)
        text.value(Double(value))
    }

    func encode(_ value: Int, forKey key: Key) {
        name(key)
        text.value(value)
    }

    func encode(_ value: Int8, forKey key: Key) {
        name(key)
        text.value(value)
    }

    func encode(_ value: Int16, forKey key: Key) {
        name(key)
        text.value(value)
    }

    func encode(_ value: Int32, forKey key: Key) {
        name(key)
        text.value(value)
    }

    func encode(_ value: Int64, forKey key: Key) {
        name(key)
        text.value(value)
    }

    func encode(_ value: UInt, forKey key: Key) {
        name(key)
        text.value(value)
    }

    func encode(_ value: UInt8, forKey key: Key) {
        name(key)
        text.value(value)
    }

    func encode(_ value: UInt16, forKey key: Key) {
        name(key)
        text.value(value)
    }

    func encode(_ value: UInt32, forKey key: Key) {
        name(key)
        text.value(value)
    }

    func encode(_ value: UInt64, forKey key: Key) {
        name(key)
        text.value(value)
    }

    func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
        name(key)
        try SinkEncoder(text: text).encode(value)
    }

    // The standard library's own are generic over the container, and ask for it at each value.

    func encodeIfPresent(_ value: String?, forKey key: Key) {
        if let value { encode(value, forKey: key) }
    }

    func encodeIfPresent(_ value: Bool?, forKey key: Key) {
        if let value { encode(value, forKey: key) }
    }

    func encodeIfPresent(_ value: Int?, forKey key: Key) {
        if let value { encode(value, forKey: key) }
    }

    func encodeIfPresent(_ value: Int64?, forKey key: Key) {
        if let value { encode(value, forKey: key) }
    }

    func encodeIfPresent<Value: Encodable>(_ value: Value?, forKey key: Key) throws {
        if let value { try encode(value, forKey: key) }
    }

    func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type, forKey key: Key) -> KeyedEncodingContainer<Nested> {
        name(key)
        return SinkEncoder(text: text).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        name(key)
        return SinkEncoder(text: text).unkeyedContainer()
    }

    func superEncoder() -> any Encoder {
        text.settle(to: depth)
        text.name("super")
        return SinkEncoder(text: text)
    }

    func superEncoder(forKey key: Key) -> any Encoder {
        name(key)
        return SinkEncoder(text: text)
    }
}
