import Files
public import Foundation

/// One node of a YAML text, with the place it stands at. Aliases are already replaced by what they stand for.
public struct YAMLNode: Sendable, Equatable {
    /// One key of a mapping with its value, in the order of the text.
    public struct Entry: Sendable, Equatable {
        /// The key's characters.
        public let key: String
        /// Where the key itself stands.
        public let keyLocation: YAMLLocation
        /// The node behind the key.
        public let value: YAMLNode
    }

    /// What the node holds.
    public enum Content: Sendable, Equatable {
        case scalar(YAMLScalar)
        case sequence([YAMLNode])
        /// The entries keep the order of the text; no key stands twice. `<<` is a key like any other.
        case mapping([Entry])
    }

    /// What the node holds.
    public let content: Content
    /// Where the node begins.
    public let location: YAMLLocation

    /// Makes a node, as the parser does and tests may.
    public init(_ content: Content, at location: YAMLLocation) {
        self.content = content
        self.location = location
    }

    /// The scalar, or nil when the node is a mapping or a sequence.
    public var scalar: YAMLScalar? {
        if case .scalar(let scalar) = content { scalar } else { nil }
    }

    /// The characters of a scalar of any type, or nil when the node is a mapping or a sequence.
    public var text: String? { scalar?.text }

    /// Whether the node is the null scalar, written or left empty.
    public var isNull: Bool { scalar?.kind == .null }

    /// The elements of a sequence, or nil when the node is none.
    public var elements: [YAMLNode]? {
        if case .sequence(let elements) = content { elements } else { nil }
    }

    /// The entries of a mapping in their order, or nil when the node is none.
    public var entries: [Entry]? {
        if case .mapping(let entries) = content { entries } else { nil }
    }

    /// The value of a mapping's key, or nil when the node is no mapping or lacks the key.
    public subscript(key: String) -> YAMLNode? {
        entries?.first { $0.key == key }?.value
    }

    /// The element of a sequence, or nil when the node is no sequence or is shorter.
    public subscript(index: Int) -> YAMLNode? {
        guard let elements, elements.indices.contains(index) else { return nil }
        return elements[index]
    }

    /// The node as `JSONSerialization` would give it: `NSNull`, `Bool`, `Int`, `Double`, `String`, `[Any]`, `[String: Any]`.
    public var foundationValue: Any {
        switch content {
        case .scalar(let scalar):
            switch scalar.kind {
            case .null: return NSNull()
            case .bool: return scalar.bool ?? false
            case .integer, .float: return scalar.integer(Int.self) ?? scalar.double ?? scalar.text as Any
            case .text: return scalar.text
            }
        case .sequence(let elements): return elements.map(\.foundationValue)
        case .mapping(let entries):
            return Dictionary(entries.map { ($0.key, $0.value.foundationValue) }) { first, _ in first }
        }
    }

    /// The node in a sentence about what was found.
    var phrase: String {
        switch content {
        case .scalar(let scalar): scalar.phrase
        case .sequence: "a sequence"
        case .mapping: "a mapping"
        }
    }
}

extension YAMLNode {
    /// Reads a text that holds one document; an empty text is the null scalar.
    ///
    /// - Parameters:
    ///   - file: the name that faults are reported under.
    /// - Throws: ``YAMLError`` when the text is not YAML, breaks a limit, or holds a second document.
    public static func parse(_ text: String, file: String, limits: YAMLLimits = .standard) throws(YAMLError) -> YAMLNode {
        try single(documents(text, file: file, limits: limits), file: file)
    }

    /// Reads a file that holds one document; an empty file is the null scalar.
    ///
    /// - Throws: ``YAMLError`` when the file cannot be read, is not YAML, breaks a limit, or holds a second document.
    public static func parse(contentsOf file: URL, limits: YAMLLimits = .standard) throws(YAMLError) -> YAMLNode {
        let bytes: Data
        do {
            bytes = try LocalFile.read(file)
        } catch {
            throw YAMLError(.unreadable(error.reason), at: YAMLLocation(file: file.relativePath, line: 1, column: 1))
        }
        return try single(YAMLComposer.documents([UInt8](bytes), file: file.relativePath, limits: limits), file: file.relativePath)
    }

    /// Reads a text of any number of documents, as Kubernetes manifests have.
    ///
    /// - Throws: ``YAMLError`` when the text is not YAML or breaks a limit.
    public static func documents(_ text: String, file: String, limits: YAMLLimits = .standard) throws(YAMLError) -> [YAMLNode] {
        try YAMLComposer.documents(Array(text.utf8), file: file, limits: limits)
    }

    private static func single(_ documents: [YAMLNode], file: String) throws(YAMLError) -> YAMLNode {
        if documents.count > 1 {
            throw YAMLError(.syntax("a second document begins; one is expected"), at: documents[1].location)
        }
        let nothing = YAMLNode(.scalar(YAMLScalar(plain: "")), at: YAMLLocation(file: file, line: 1, column: 1))
        return documents.first ?? nothing
    }
}
