/// An array being written.
struct UnkeyedSink: UnkeyedEncodingContainer {
    let text: JSONText
    /// How many brackets are open while this array is the innermost.
    let depth: Int
    private(set) var count = 0

    init(text: JSONText, depth: Int) {
        self.text = text
        self.depth = depth
    }

    var codingPath: [any CodingKey] { [] }

    private mutating func next() {
        text.settle(to: depth)
        count += 1
    }

    mutating func encodeNil() {
        next()
        text.null()
    }

    mutating func encode<Value: Encodable>(_ value: Value) throws {
        next()
        try SinkEncoder(text: text).encode(value)
    }

    mutating func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
        next()
        return SinkEncoder(text: text).container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
        next()
        return SinkEncoder(text: text).unkeyedContainer()
    }

    mutating func superEncoder() -> any Encoder {
        next()
        return SinkEncoder(text: text)
    }
}

/// A value that is neither object nor array.
struct SingleSink: SingleValueEncodingContainer {
    let text: JSONText

    var codingPath: [any CodingKey] { [] }

    func encodeNil() { text.null() }
    func encode(_ value: Bool) { text.value(value) }
    func encode(_ value: String) { text.value(value) }
    func encode(_ value: Double) { text.value(value) }
    func encode(_ value: Float) { text.value(Double(value)) }
    func encode(_ value: Int) { text.value(value) }
    func encode(_ value: Int8) { text.value(value) }
    func encode(_ value: Int16) { text.value(value) }
    func encode(_ value: Int32) { text.value(value) }
    func encode(_ value: Int64) { text.value(value) }
    func encode(_ value: UInt) { text.value(value) }
    func encode(_ value: UInt8) { text.value(value) }
    func encode(_ value: UInt16) { text.value(value) }
    func encode(_ value: UInt32) { text.value(value) }
    func encode(_ value: UInt64) { text.value(value) }
    func encode<Value: Encodable>(_ value: Value) throws { try SinkEncoder(text: text).encode(value) }
}
