/// An array being read.
struct UnkeyedSource: UnkeyedDecodingContainer {
    let elements: [JSONElement]
    let codingPath: [any CodingKey]
    private(set) var currentIndex = 0

    init(elements: [JSONElement], codingPath: [any CodingKey]) {
        self.elements = elements
        self.codingPath = codingPath
    }

    var count: Int? { elements.count }
    var isAtEnd: Bool { currentIndex >= elements.count }

    private func current(_ type: Any.Type) throws -> JSONElement {
        guard !isAtEnd else {
            throw DecodingError.valueNotFound(type, .init(codingPath: codingPath, debugDescription: "the array has ended"))
        }
        return elements[currentIndex]
    }

    mutating func decodeNil() throws -> Bool {
        guard try current(Any?.self).isNull() else { return false }
        currentIndex += 1
        return true
    }

    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        let value = try ElementDecoder.decode(type, from: current(type), at: codingPath, ArrayIndex(currentIndex))
        currentIndex += 1
        return value
    }

    mutating func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) throws -> KeyedDecodingContainer<Nested> {
        try superDecoder().container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer { try superDecoder().unkeyedContainer() }

    mutating func superDecoder() throws -> any Decoder {
        let decoder = ElementDecoder(element: try current([Any].self), codingPath: codingPath + [ArrayIndex(currentIndex)])
        currentIndex += 1
        return decoder
    }
}

/// The place in an array, as a key.
struct ArrayIndex: CodingKey {
    let index: Int

    init(_ index: Int) { self.index = index }
    init?(intValue: Int) { self.init(intValue) }
    init?(stringValue: String) { nil }

    var intValue: Int? { index }
    var stringValue: String { "Index \(index)" }
}

/// A value that is neither object nor array, or that a type reads whole.
struct SingleSource: SingleValueDecodingContainer {
    let element: JSONElement
    let codingPath: [any CodingKey]

    func decodeNil() -> Bool {
        do {
            return try element.isNull()
        } catch {
            return false
        }
    }

    private func read<Value>(_ read: () throws(JSONError) -> Value) throws -> Value {
        try ElementDecoder.reading(at: codingPath, read)
    }

    private func whole<Number: FixedWidthInteger>(_ type: Number.Type) throws -> Number {
        let number = try read { () throws(JSONError) in try element.int() }
        guard let exact = Number(exactly: number) else {
            throw DecodingError.dataCorrupted(.init(codingPath: codingPath, debugDescription: "the number does not fit \(type)"))
        }
        return exact
    }

    func decode(_ type: Bool.Type) throws -> Bool { try read { () throws(JSONError) in try element.bool() } }
    func decode(_ type: String.Type) throws -> String { try read { () throws(JSONError) in try element.string() } }
    func decode(_ type: Double.Type) throws -> Double { try read { () throws(JSONError) in try element.double() } }
    func decode(_ type: Float.Type) throws -> Float { Float(try decode(Double.self)) }
    func decode(_ type: Int.Type) throws -> Int { try whole(type) }
    func decode(_ type: Int8.Type) throws -> Int8 { try whole(type) }
    func decode(_ type: Int16.Type) throws -> Int16 { try whole(type) }
    func decode(_ type: Int32.Type) throws -> Int32 { try whole(type) }
    func decode(_ type: Int64.Type) throws -> Int64 { try whole(type) }
    func decode(_ type: UInt.Type) throws -> UInt { UInt(try decode(UInt64.self)) }
    func decode(_ type: UInt8.Type) throws -> UInt8 { try whole(type) }
    func decode(_ type: UInt16.Type) throws -> UInt16 { try whole(type) }
    func decode(_ type: UInt32.Type) throws -> UInt32 { try whole(type) }
    func decode(_ type: UInt64.Type) throws -> UInt64 { try read { () throws(JSONError) in try element.unsigned() } }

    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        try ElementDecoder.decode(type, from: element, at: codingPath, nil)
    }
}
