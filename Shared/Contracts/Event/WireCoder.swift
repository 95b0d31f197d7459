public import Domain
public import Foundation
internal import JSON

/// Turns event data into JSON and back.
public struct WireCoder: Sendable {
    private let encoder = DocumentEncoder()

    public init() {}

    /// Writes `value` as JSON without white space.
    ///
    /// - Throws: a `Fault` when a value has no form in JSON.
    public func encode(_ value: some Encodable) throws(Fault) -> Data {
        do {
            return try encoder.encode(value)
        } catch {
            throw Self.fault(for: error)
        }
    }

    /// Reads the `data` of an event; fields it does not know are ignored.
    ///
    /// - Throws: a `Fault` with the path of the first field that is missing or wrong, such as `data.amount.minorUnits`.
    public func decode<Value: Decodable & Sendable>(_ type: Value.Type, from data: Data) throws(Fault) -> Value {
        guard !data.isEmpty else { throw Fault(field: "data", problem: "is empty", expected: "a JSON object") }
        return try SharedReaders.lend(orFail: Self.fault(for:)) { reader throws(Fault) in
            do {
                return try DocumentDecoder(reader).decode(type, from: data)
            } catch {
                throw Self.fault(for: error)
            }
        }
    }

    /// Only paths and the decoder's own words are kept, and never a value: it may be personal.
    private static func fault(for error: any Error) -> Fault {
        switch error {
        case DecodingError.keyNotFound(let key, let context):
            Fault(field: path(context.codingPath + [key]), problem: "is missing", expected: "a value")
        case DecodingError.valueNotFound(let type, let context):
            Fault(field: path(context.codingPath), problem: "is null", expected: name(of: type))
        case DecodingError.typeMismatch(let type, let context):
            Fault(field: path(context.codingPath), problem: "has the wrong type", expected: name(of: type))
        case DecodingError.dataCorrupted(let context) where context.codingPath.isEmpty:
            Fault(field: "data", problem: "is not JSON", expected: "a JSON object in UTF-8")
        case DecodingError.dataCorrupted(let context):
            Fault(field: path(context.codingPath), problem: "is not a value of this field", expected: "a value the schema allows")
        default:
            Fault(field: "data", problem: "has no form in JSON", expected: "a value that JSON can hold")
        }
    }

    private static func path(_ keys: [any CodingKey]) -> String {
        keys.reduce("data") { path, key in key.intValue.map { "\(path)[\($0)]" } ?? "\(path).\(key.stringValue)" }
    }

    private static func name(of type: Any.Type) -> String {
        switch type {
        case is String.Type: "a string"
        case is Bool.Type: "true or false"
        case is Int.Type, is Int64.Type: "a whole number"
        case is [String: Any].Type: "an object"
        case is [Any].Type: "a list"
        default: "a value the schema allows"
        }
    }
}
