public import Domain
public import Foundation
internal import JSON

/// Turns documents into JSON and back: the data of events, and states.
public struct WireCoder: Sendable {
    public init() {}

    /// Writes `value` as JSON without white space.
    public func encode<Value: DocumentValue>(_ value: Value) -> Data {
        SharedWriters.document { text in value.write(to: JSONDocumentWriter(text: text)) }
    }

    /// Reads the `data` of an event; fields it does not know are ignored.
    ///
    /// - Throws: a `Fault` with the path of the first field that is missing or wrong, such as `data.amount.minorUnits`.
    public func decode<Value: DocumentReadable>(_ type: Value.Type, from data: Data) throws(Fault) -> Value {
        guard !data.isEmpty else { throw Fault(field: "data", problem: "is empty", expected: "a JSON object") }
        return try SharedReaders.lend(orFail: { _ in Self.noJSON }) { reader throws(Fault) in
            let value: JSONValue
            do {
                value = try reader.parseValue(data)
            } catch {
                throw Self.noJSON
            }
            do throws(Fault) {
                return try Value(from: JSONValueReader(value: value))
            } catch {
                throw error.below("data")
            }
        }
    }

    /// Only paths and our own words are told, and never a value: it may be personal.
    private static var noJSON: Fault { Fault(field: "data", problem: "is not JSON", expected: "a JSON object in UTF-8") }
}
