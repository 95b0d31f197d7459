/// The `Decoder` over one node, and its container of a single value.
struct NodeDecoder: Decoder, SingleValueDecodingContainer {
    let reading: NodeReading

    init(_ reading: NodeReading) {
        self.reading = reading
    }

    var codingPath: [any CodingKey] { reading.path }
    var userInfo: [CodingUserInfoKey: Any] { reading.userInfo }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        KeyedDecodingContainer(try MappingContainer<Key>(reading))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        try SequenceContainer(reading)
    }

    func singleValueContainer() throws -> any SingleValueDecodingContainer { self }

    func decodeNil() -> Bool { reading.node.isNull }

    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        try reading.decodeShared(type)
    }
}
