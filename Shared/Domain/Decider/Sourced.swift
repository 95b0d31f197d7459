/// A figure of a policy together with where it comes from; a figure without a source cannot be written down.
public struct Sourced<Value: Decodable & Sendable & Equatable>: Decodable, Sendable, Equatable {
    public let value: Value
    /// A rule of the source (`S130`), an article (`Order 35 art. 8`), the operator's own rule, or `unconfirmed`.
    public let source: String

    public init(_ value: Value, source: String) {
        self.value = value
        self.source = source
    }
}

extension Sourced: Hashable where Value: Hashable {}
