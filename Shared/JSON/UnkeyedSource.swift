import CSimdJSON

/// An array being read.
struct UnkeyedSource: UnkeyedDecodingContainer {
    let place: DecodingPlace
    private var elements: ElementWalk
    private var next: redress_json_value?
    private(set) var currentIndex = 0

    init(place: DecodingPlace, elements: ElementWalk) {
        self.place = place
        self.elements = elements
        next = self.elements.next()
    }

    var codingPath: [any CodingKey] { place.codingPath }
    var isAtEnd: Bool { next == nil }

    var count: Int? {
        var (rest, count) = (elements, currentIndex + (isAtEnd ? 0 : 1))
        while rest.next() != nil { count += 1 }
        return count
    }

    private func current(_ type: Any.Type) throws -> ElementDecoder {
        guard let next else {
            throw DecodingError.valueNotFound(type, .init(codingPath: codingPath, debugDescription: "the array has ended"))
        }
        return ElementDecoder(place: place.step(ArrayIndex(currentIndex)), value: next)
    }

    private mutating func advance() {
        next = elements.next()
        currentIndex += 1
    }

    mutating func decodeNil() throws -> Bool {
        guard try current(Any?.self).value.kind == .null else { return false }
        advance()
        return true
    }

    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        let value = try current(type).decode(type)
        advance()
        return value
    }

    mutating func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) throws -> KeyedDecodingContainer<Nested> {
        try superDecoder().container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer { try superDecoder().unkeyedContainer() }

    mutating func superDecoder() throws -> any Decoder {
        let decoder = try current([Any].self)
        advance()
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
    let element: ElementDecoder

    var codingPath: [any CodingKey] { element.codingPath }

    func decodeNil() -> Bool { element.value.kind == .null }
    func decode(_ type: Bool.Type) throws -> Bool { try element.truth() }
    func decode(_ type: String.Type) throws -> String { try element.text() }
    func decode(_ type: Double.Type) throws -> Double { try element.number() }
    func decode(_ type: Float.Type) throws -> Float { Float(try element.number()) }
    func decode(_ type: Int.Type) throws -> Int { try element.whole(type) }
    func decode(_ type: Int8.Type) throws -> Int8 { try element.whole(type) }
    func decode(_ type: Int16.Type) throws -> Int16 { try element.whole(type) }
    func decode(_ type: Int32.Type) throws -> Int32 { try element.whole(type) }
    func decode(_ type: Int64.Type) throws -> Int64 { try element.whole(type) }
    func decode(_ type: UInt.Type) throws -> UInt { try element.whole(type) }
    func decode(_ type: UInt8.Type) throws -> UInt8 { try element.whole(type) }
    func decode(_ type: UInt16.Type) throws -> UInt16 { try element.whole(type) }
    func decode(_ type: UInt32.Type) throws -> UInt32 { try element.whole(type) }
    func decode(_ type: UInt64.Type) throws -> UInt64 { try element.whole(type) }
    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try element.decode(type) }
}
