/// A value that remembers where in the text it stands, so that later checks can point at it.
public struct YAMLLocated<Value> {
    /// The value itself.
    public let value: Value
    /// Where the value stands; nil when it was not read from YAML.
    public let location: YAMLLocation?
}

extension YAMLLocated: Sendable where Value: Sendable {}
extension YAMLLocated: Equatable where Value: Equatable {}

extension YAMLLocated: Decodable where Value: Decodable {
    /// Reads the value, and notes the place when the decoder is ``YAMLDecoder``'s.
    public init(from decoder: any Decoder) throws {
        value = try decoder.singleValueContainer().decode(Value.self)
        location = (decoder as? NodeDecoder)?.reading.node.location
    }
}
