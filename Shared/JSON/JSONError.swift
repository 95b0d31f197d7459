/// A fault in a JSON document, or in what a reader expected of it.
public struct JSONError: Error, Sendable, Equatable, CustomStringConvertible {
    /// What is wrong.
    public enum Kind: Sendable, Equatable {
        /// No bytes, or nothing but white space.
        case empty
        /// The document is longer than the limit, in bytes.
        case tooLong(limit: Int)
        /// Objects and arrays are nested deeper than the limit.
        case tooDeep(limit: Int)
        /// The bytes are not UTF-8.
        case invalidUTF8
        /// The document ends before it is whole.
        case truncated
        /// The bytes are not JSON; the text says what was expected.
        case malformed(expected: String)
        /// A text has the escape of one half of a surrogate pair without the other, as is left where a text is cut inside an emoji.
        case halfSurrogatePair
        /// An object has two members of one name.
        case repeatedName
        /// A number that neither 64 bits nor binary floating point can hold.
        case numberOutOfRange
        /// An object has no member of that name.
        case missing
        /// A value is of another type than was asked for.
        case wrongType(expected: String, found: String)
        /// The document was read again after another had taken its place in the reader.
        case stale
        case outOfMemory
    }

    /// What is wrong.
    public let kind: Kind
    /// Where in the document, in bytes from its beginning; nil for faults about values, which ``member`` places.
    public let offset: Int?
    /// The member the fault is about, as in `data.line`; empty for faults of the whole document. Of a document that is no JSON, the member in
    /// which the reading stopped, where its name is a plain word.
    public let member: String

    /// States a fault.
    public init(_ kind: Kind, offset: Int? = nil, member: String = "") {
        self.kind = kind
        self.offset = offset
        self.member = member
    }

    /// One line without any of the document's content, which may be personal.
    public var description: String {
        var text = member.isEmpty ? "" : "\(member): "
        text += kind.description
        if let offset { text += " at byte \(offset)" }
        return text
    }
}

extension JSONError.Kind: CustomStringConvertible {
    /// The fault in words, without its place.
    public var description: String {
        switch self {
        case .empty: "the document is empty"
        case .tooLong(let limit): "the document is longer than \(limit) bytes"
        case .tooDeep(let limit): "nested deeper than \(limit) levels"
        case .invalidUTF8: "not UTF-8"
        case .truncated: "the document ends too early"
        case .malformed(let expected): "not JSON, expected \(expected)"
        case .halfSurrogatePair: "half a surrogate pair"
        case .repeatedName: "a name that appears twice in one object"
        case .numberOutOfRange: "a number out of range"
        case .missing: "missing"
        case .wrongType(let expected, let found): "expected \(expected), found \(found)"
        case .stale: "read after the next document was parsed"
        case .outOfMemory: "out of memory"
        }
    }
}
