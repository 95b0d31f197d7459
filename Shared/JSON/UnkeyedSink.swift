/// An array being written.
struct UnkeyedSink: UnkeyedEncodingContainer {
    let sink: EncodingSink
    /// How many brackets are open while this array is the innermost.
    let depth: Int
    private(set) var count = 0

    init(sink: EncodingSink, depth: Int) {
        self.sink = sink
        self.depth = depth
    }

    var codingPath: [any CodingKey] { [] }

    private mutating func next() {
        sink.settle(to: depth)
        count += 1
    }

    mutating func encodeNil() {
        next()
        sink.writer.null()
    }

    mutating func encode<Value: Encodable>(_ value: Value) throws {
        next()
        try sink.encode(value)
    }

    mutating func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
        next()
        return SinkEncoder(sink: sink).container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
        next()
        return SinkEncoder(sink: sink).unkeyedContainer()
    }

    mutating func superEncoder() -> any Encoder {
        next()
        return SinkEncoder(sink: sink)
    }
}

/// A value that is neither object nor array.
struct SingleSink: SingleValueEncodingContainer {
    let sink: EncodingSink

    var codingPath: [any CodingKey] { [] }

    func encodeNil() { sink.writer.null() }
    func encode(_ value: Bool) { sink.writer.value(value) }
    func encode(_ value: String) { sink.writer.value(value) }
    func encode(_ value: Double) { sink.writer.value(value) }
    func encode(_ value: Float) { sink.writer.value(Double(value)) }
    func encode(_ value: Int) { sink.writer.value(value) }
    func encode(_ value: Int8) { sink.writer.value(value) }
    func encode(_ value: Int16) { sink.writer.value(value) }
    func encode(_ value: Int32) { sink.writer.value(value) }
    func encode(_ value: Int64) { sink.writer.value(value) }
    func encode(_ value: UInt) { sink.writer.value(value) }
    func encode(_ value: UInt8) { sink.writer.value(value) }
    func encode(_ value: UInt16) { sink.writer.value(value) }
    func encode(_ value: UInt32) { sink.writer.value(value) }
    func encode(_ value: UInt64) { sink.writer.value(value) }
    func encode<Value: Encodable>(_ value: Value) throws { try sink.encode(value) }
}
