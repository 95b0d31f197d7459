import CSimdJSON
public import Foundation

/// Reads `Decodable` values with simdjson: for what is read thousands of times a second. It belongs to one thread, as its reader does.
///
/// It reads what `DocumentEncoder` and Foundation's encoder with its standard settings write; of a name that stands twice the first counts.
public struct DocumentDecoder {
    private let reader: JSONReader

    public init(_ reader: JSONReader) {
        self.reader = reader
    }

    /// Reads one value.
    ///
    /// - Throws: `DecodingError` with the path of what is missing or wrong; never with a value.
    public func decode<Value: Decodable>(_ type: Value.Type, from document: Data) throws -> Value {
        let root: redress_json_value
        do {
            root = try reader.parseElement(document).value
        } catch {
            throw DecodingError.dataCorrupted(.init(codingPath: [], debugDescription: "the bytes are not JSON", underlyingError: error))
        }
        do {
            return try ElementDecoder(place: DecodingPlace(root: reader, isTracked: false), value: root).decode(type)
        } catch {
            // Once more, now noting the way, so that the fault can say where it lies.
            return try ElementDecoder(place: DecodingPlace(root: reader, isTracked: true), value: root).decode(type)
        }
    }
}

/// What a value decodes itself from.
struct ElementDecoder: Decoder {
    let place: DecodingPlace
    let value: redress_json_value

    var codingPath: [any CodingKey] { place.codingPath }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        if type == Data.self { return try cast(base64()) }
        if type == [String: Int64].self { return try cast(numbers()) }
        return try Value(from: self)
    }

    /// Apart, since a function that may cast sets up room for it, which asks for the metadata of an optional, each time.
    @inline(never)
    private func cast<Value>(_ value: Any) throws -> Value {
        guard let value = value as? Value else { throw mismatch(Value.self) }
        return value
    }

    private func base64() throws -> Data {
        guard let text = value.text else { throw mismatch(String.self) }
        guard let data = Data(base64Encoded: text) else { throw corrupted("the text is not Base64") }
        return data
    }

    /// Numbers by name, which `Dictionary` reads through a container and a key of its own for each.
    private func numbers() throws -> [String: Int64] {
        var numbers: [String: Int64] = [:]
        guard var members = MemberWalk(value) else { throw mismatch([String: Int64].self) }
        while let (name, member) = members.next() {
            guard let number = member.int64 else {
                throw ElementDecoder(place: place.step(MemberName(name)), value: member).mismatch(Int64.self)
            }
            if numbers[name] == nil { numbers[name] = number }
        }
        return numbers
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        try place.check()
        guard value.kind == .object else { throw mismatch([String: Any].self) }
        return KeyedDecodingContainer(KeyedSource<Key>(place: place, object: value))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        try place.check()
        guard let elements = ElementWalk(value) else { throw mismatch([Any].self) }
        return UnkeyedSource(place: place, elements: elements)
    }

    func singleValueContainer() throws -> any SingleValueDecodingContainer {
        try place.check()
        return SingleSource(element: self)
    }

    // MARK: Scalars

    func text() throws -> String {
        guard let text = value.text else { throw mismatch(String.self) }
        return text
    }

    func truth() throws -> Bool {
        guard let truth = value.truth else { throw mismatch(Bool.self) }
        return truth
    }

    func number() throws -> Double {
        guard let number = value.number, number != NumberOutOfRange.value else { throw mismatch(Double.self) }
        return number
    }

    func whole<Number: FixedWidthInteger>(_ type: Number.Type) throws -> Number {
        if let number = value.int64 {
            guard let exact = Number(exactly: number) else { throw corrupted("the number does not fit \(type)") }
            return exact
        }
        guard let number = value.uint64 else { throw mismatch(Int.self) }
        guard let exact = Number(exactly: number) else { throw corrupted("the number does not fit \(type)") }
        return exact
    }

    // MARK: Faults

    func mismatch(_ type: Any.Type) -> DecodingError {
        let context = DecodingError.Context(codingPath: codingPath, debugDescription: "is \(value.kind.rawValue)")
        return value.kind == .null ? .valueNotFound(type, context) : .typeMismatch(type, context)
    }

    private func corrupted(_ description: String) -> DecodingError {
        .dataCorrupted(.init(codingPath: codingPath, debugDescription: description))
    }
}
