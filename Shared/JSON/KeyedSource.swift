import CSimdJSON

/// An object being read.
struct KeyedSource<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let place: DecodingPlace
    let object: redress_json_value

    var codingPath: [any CodingKey] { place.codingPath }

    var allKeys: [Key] {
        var keys: [Key] = []
        guard var members = MemberWalk(object) else { return keys }
        while let (name, _) = members.next() {
            if let key = Key(stringValue: name) { keys.append(key) }
        }
        return keys
    }

    func contains(_ key: Key) -> Bool { object.member(key.stringValue) != nil }

    private func member(_ key: Key) throws -> ElementDecoder {
        guard let value = object.member(key.stringValue) else {
            throw DecodingError.keyNotFound(key, .init(codingPath: codingPath, debugDescription: "there is no such member"))
        }
        return ElementDecoder(place: place.step(key), value: value)
    }

    /// Nil where the member is absent or `null`.
    private func present(_ key: Key) -> ElementDecoder? {
        guard let value = object.member(key.stringValue), value.kind != .null else { return nil }
        return ElementDecoder(place: place.step(key), value: value)
    }

    func decodeNil(forKey key: Key) throws -> Bool { try member(key).value.kind == .null }

    func decode(_ type: String.Type, forKey key: Key) throws -> String { try member(key).text() }
    func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try member(key).truth() }
    func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try member(key).whole(type) }
    func decode(_ type: Int64.Type, forKey key: Key) throws -> Int64 { try member(key).whole(type) }
    func decode(_ type: Double.Type, forKey key: Key) throws -> Double { try member(key).number() }
    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value { try member(key).decode(type) }

    func decodeIfPresent(_ type: String.Type, forKey key: Key) throws -> String? { try present(key)?.text() }
    func decodeIfPresent(_ type: Bool.Type, forKey key: Key) throws -> Bool? { try present(key)?.truth() }
    func decodeIfPresent(_ type: Int.Type, forKey key: Key) throws -> Int? { try present(key)?.whole(type) }
    func decodeIfPresent(_ type: Int64.Type, forKey key: Key) throws -> Int64? { try present(key)?.whole(type) }
    func decodeIfPresent(_ type: Double.Type, forKey key: Key) throws -> Double? { try present(key)?.number() }
    func decodeIfPresent<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value? { try present(key)?.decode(type) }

    func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type, forKey key: Key) throws -> KeyedDecodingContainer<Nested> {
        try member(key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer { try member(key).unkeyedContainer() }

    func superDecoder() throws -> any Decoder { ElementDecoder(place: place, value: object) }

    func superDecoder(forKey key: Key) throws -> any Decoder { try member(key) }
}
