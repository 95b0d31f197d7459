/// An object being read.
struct KeyedSource<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let object: JSONObject
    let codingPath: [any CodingKey]

    var allKeys: [Key] {
        do {
            return try object.members().compactMap { Key(stringValue: $0.name) }
        } catch {
            return []
        }
    }

    func contains(_ key: Key) -> Bool {
        do {
            return try object.contains(key.stringValue)
        } catch {
            return false
        }
    }

    private func element(_ key: Key) throws -> JSONElement {
        do {
            guard let element = try object.optionalElement(key.stringValue) else {
                throw DecodingError.keyNotFound(key, .init(codingPath: codingPath, debugDescription: "there is no such member"))
            }
            return element
        } catch let error as JSONError {
            throw ElementDecoder.fault(error, at: codingPath + [key])
        }
    }

    /// Reads a scalar in one step; only a fault is worth the making of an element.
    private func scalar<Value>(_ key: Key, _ read: (JSONObject, String) throws(JSONError) -> Value) throws -> Value {
        do {
            return try read(object, key.stringValue)
        } catch {
            if error.kind == .missing {
                throw DecodingError.keyNotFound(key, .init(codingPath: codingPath, debugDescription: "there is no such member"))
            }
            throw ElementDecoder.fault(error, at: codingPath + [key])
        }
    }

    func decodeNil(forKey key: Key) throws -> Bool { try element(key).isNull() }

    func decode(_ type: String.Type, forKey key: Key) throws -> String {
        try scalar(key) { (object, name) throws(JSONError) in try object.string(name) }
    }

    func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool {
        try scalar(key) { (object, name) throws(JSONError) in try object.bool(name) }
    }

    func decode(_ type: Int.Type, forKey key: Key) throws -> Int {
        try scalar(key) { (object, name) throws(JSONError) in try object.int(name) }
    }

    func decode(_ type: Double.Type, forKey key: Key) throws -> Double {
        try scalar(key) { (object, name) throws(JSONError) in try object.double(name) }
    }

    func decode(_ type: Int64.Type, forKey key: Key) throws -> Int64 { Int64(try decode(Int.self, forKey: key)) }

    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
        try ElementDecoder.decode(type, from: element(key), at: codingPath, key)
    }

    func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type, forKey key: Key) throws -> KeyedDecodingContainer<Nested> {
        try superDecoder(forKey: key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try superDecoder(forKey: key).unkeyedContainer()
    }

    func superDecoder() throws -> any Decoder { ElementDecoder(element: object.element, codingPath: codingPath) }

    func superDecoder(forKey key: Key) throws -> any Decoder {
        ElementDecoder(element: try element(key), codingPath: codingPath + [key])
    }
}
