/// A word that a policy file defines and the code only carries: a channel, a province, a unit.
///
/// It travels as a plain string. Which words there are is the policy's to say, so an unknown one is a fault of the message, not of the type.
public protocol Code: RawRepresentable, Hashable, Comparable, Codable, Sendable, CustomStringConvertible, CodingKeyRepresentable,
    ExpressibleByStringLiteral, DocumentText, DocumentName
where RawValue == String {
    init(_ text: String)
}

extension Code {
    public init(rawValue: String) { self.init(rawValue) }
    public init(stringLiteral value: String) { self.init(value) }
    public var description: String { rawValue }
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

    public init(documentText: String) { self.init(documentText) }
    public var documentText: String { rawValue }
    public init(documentName: String) { self.init(documentName) }
    public var documentName: String { rawValue }
    public static func form() -> DocumentForm<Self> { DocumentForm(.text, sample: Self("code")) }

    public init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode(String.self))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }
}
