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
        let element: JSONElement
        do {
            element = try reader.parseElement(document)
        } catch {
            throw DecodingError.dataCorrupted(.init(codingPath: [], debugDescription: "the bytes are not JSON", underlyingError: error))
        }
        return try ElementDecoder.decode(type, from: element, at: [], nil)
    }
}

/// What a value decodes itself from.
struct ElementDecoder: Decoder {
    let element: JSONElement
    let codingPath: [any CodingKey]

    var userInfo: [CodingUserInfoKey: Any] { [:] }

    static func decode<Value: Decodable>(
        _ type: Value.Type, from element: JSONElement, at path: [any CodingKey], _ key: (any CodingKey)?
    ) throws -> Value {
        let path = key.map { path + [$0] } ?? path
        if type == Data.self { return try base64(element, at: path, as: type) }
        return try Value(from: ElementDecoder(element: element, codingPath: path))
    }

    private static func base64<Value>(_ element: JSONElement, at path: [any CodingKey], as type: Value.Type) throws -> Value {
        guard let data = Data(base64Encoded: try reading(at: path) { () throws(JSONError) in try element.string() }) as? Value else {
            throw DecodingError.dataCorrupted(.init(codingPath: path, debugDescription: "the text is not Base64"))
        }
        return data
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        let object = try Self.reading(at: codingPath) { () throws(JSONError) in try element.object() }
        return KeyedDecodingContainer(KeyedSource<Key>(object: object, codingPath: codingPath))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        UnkeyedSource(
            elements: try Self.reading(at: codingPath) { () throws(JSONError) in try element.elements() }, codingPath: codingPath)
    }

    func singleValueContainer() throws -> any SingleValueDecodingContainer { SingleSource(element: element, codingPath: codingPath) }

    static func reading<Value>(at path: [any CodingKey], _ read: () throws(JSONError) -> Value) throws -> Value {
        do {
            return try read()
        } catch {
            throw fault(error, at: path)
        }
    }

    /// The error in the words of `Codable`.
    static func fault(_ error: JSONError, at path: [any CodingKey]) -> DecodingError {
        let context = DecodingError.Context(codingPath: path, debugDescription: "\(error)")
        return switch error.kind {
        case .wrongType("a string", let found): mismatch(String.self, found, context)
        case .wrongType("true or false", let found): mismatch(Bool.self, found, context)
        case .wrongType("a whole number", let found): mismatch(Int.self, found, context)
        case .wrongType("a number", let found): mismatch(Double.self, found, context)
        case .wrongType("an object", let found): mismatch([String: Any].self, found, context)
        case .wrongType(_, let found): mismatch([Any].self, found, context)
        default: .dataCorrupted(context)
        }
    }

    private static func mismatch(_ type: Any.Type, _ found: String, _ context: DecodingError.Context) -> DecodingError {
        found == "null" ? .valueNotFound(type, context) : .typeMismatch(type, context)
    }
}
