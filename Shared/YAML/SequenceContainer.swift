/// The unkeyed container over a sequence.
struct SequenceContainer: UnkeyedDecodingContainer {
    private let reading: NodeReading
    private let elements: [YAMLNode]
    private(set) var currentIndex = 0

    init(_ reading: NodeReading) throws(YAMLError) {
        guard let elements = reading.node.elements else { throw reading.wrongType(expected: "a sequence") }
        self.reading = reading
        self.elements = elements
    }

    var codingPath: [any CodingKey] { reading.path }
    var count: Int? { elements.count }
    var isAtEnd: Bool { currentIndex >= elements.count }

    mutating func decodeNil() throws -> Bool {
        guard try current().node.isNull else { return false }
        currentIndex += 1
        return true
    }

    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        let value = try current().decodeWhole(type)
        currentIndex += 1
        return value
    }

    mutating func nestedContainer<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        KeyedDecodingContainer(try MappingContainer<Key>(nested()))
    }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
        try SequenceContainer(nested())
    }

    mutating func superDecoder() throws -> any Decoder { NodeDecoder(try nested()) }

    private func current() throws(YAMLError) -> NodeReading {
        guard !isAtEnd else {
            throw reading.fault(.wrongType(expected: "an element [\(currentIndex)]", found: "the end of the sequence"))
        }
        return reading.child(elements[currentIndex], NameKey(currentIndex))
    }

    private mutating func nested() throws(YAMLError) -> NodeReading {
        let inner = try current()
        reading.ledger.nested.append(inner)
        currentIndex += 1
        return inner
    }
}
