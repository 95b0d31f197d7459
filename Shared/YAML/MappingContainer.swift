/// The keyed container over a mapping.
struct MappingContainer<Key: CodingKey>: KeyedDecodingContainerProtocol {
    private let reading: NodeReading
    private let values: [String: YAMLNode]

    init(_ reading: NodeReading) throws(YAMLError) {
        guard let entries = reading.node.entries else { throw reading.wrongType(expected: "a mapping") }
        self.reading = reading
        values = Dictionary(entries.map { ($0.key, $0.value) }) { first, _ in first }
    }

    var codingPath: [any CodingKey] { reading.path }

    /// The keys in the order of the text. Who asks for all of them, as a dictionary does, knows all of them.
    var allKeys: [Key] {
        (reading.node.entries ?? []).compactMap { entry in
            let key = Key(stringValue: entry.key)
            if key != nil { reading.ledger.ask(for: entry.key) }
            return key
        }
    }

    func contains(_ key: Key) -> Bool {
        reading.ledger.ask(for: key.stringValue)
        return values[key.stringValue] != nil
    }

    func decodeNil(forKey key: Key) throws -> Bool {
        try child(key).node.isNull
    }

    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
        try child(key).decodeWhole(type)
    }

    func nestedContainer<NestedKey: CodingKey>(keyedBy type: NestedKey.Type, forKey key: Key) throws -> KeyedDecodingContainer<NestedKey> {
        KeyedDecodingContainer(try MappingContainer<NestedKey>(nested(key)))
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try SequenceContainer(nested(key))
    }

    func superDecoder() throws -> any Decoder { NodeDecoder(try nested(NameKey("super"))) }

    func superDecoder(forKey key: Key) throws -> any Decoder { NodeDecoder(try nested(key)) }

    private func child(_ key: any CodingKey) throws(YAMLError) -> NodeReading {
        reading.ledger.ask(for: key.stringValue)
        guard let node = values[key.stringValue] else { throw reading.missingKey(key.stringValue) }
        return reading.child(node, NameKey(key.stringValue))
    }

    private func nested(_ key: any CodingKey) throws(YAMLError) -> NodeReading {
        let inner = try child(key)
        reading.ledger.nested.append(inner)
        return inner
    }
}
