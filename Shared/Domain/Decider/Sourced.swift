/// A figure or choice of a policy, with the rule it comes from.
public struct Sourced<Value> {
    public let value: Value
    /// A law's article, the operator's own rule, or `unconfirmed`.
    public let source: String

    public init(value: Value, source: String) {
        self.value = value
        self.source = source
    }
}

extension Sourced: Sendable where Value: Sendable {}
extension Sourced: Equatable where Value: Equatable {}
extension Sourced: Hashable where Value: Hashable {}
extension Sourced: Encodable where Value: Encodable {}
extension Sourced: Decodable where Value: Decodable {}
