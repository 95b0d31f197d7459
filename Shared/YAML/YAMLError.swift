/// A fault in a YAML text, with the place to look at and what was expected there.
public struct YAMLError: Error, Sendable, Equatable, CustomStringConvertible {
    /// What is wrong.
    public enum Problem: Sendable, Equatable {
        /// The file cannot be read; the text is the system's reason.
        case unreadable(String)
        /// The text is not YAML; the text is the parser's reason.
        case syntax(String)
        /// A mapping names a key twice.
        case duplicateKey(String, firstLine: Int)
        /// A mapping's key is itself a mapping or a sequence, which nothing here can use.
        case compoundKey
        /// A mapping has a key that nobody asked for.
        case unknownKey(String, expected: [String], suggestion: String?)
        /// A mapping lacks a key that is needed.
        case missingKey(String)
        /// A node has another type than the one that is needed.
        case wrongType(expected: String, found: String)
        /// A value of the right type that its reader does not accept; the text is the reader's reason.
        case invalidValue(String)
        /// An alias names an anchor that does not stand before it.
        case undefinedAlias(String)
        /// A tag outside the core schema.
        case unknownTag(String)
        /// A bound of ``YAMLLimits`` is passed; the text names it.
        case limitExceeded(String)
    }

    /// Where the fault is.
    public let location: YAMLLocation
    /// The way from the root to the node, as in `routes[2].priority`; empty at the root.
    public let path: String
    /// What is wrong.
    public let problem: Problem

    /// The name of the text.
    public var file: String { location.file }
    /// The line, counted from 1.
    public var line: Int { location.line }
    /// The column, counted from 1.
    public var column: Int { location.column }

    /// Whether the fault has a line: a file that cannot be read has none.
    public var isOfContent: Bool {
        if case .unreadable = problem { return false }
        return line > 0
    }

    /// States a fault at a place.
    public init(_ problem: Problem, at location: YAMLLocation, path: String = "") {
        self.location = location
        self.path = path
        self.problem = problem
    }

    /// One line: `file:line:column: path: problem`.
    public var description: String {
        if case .unreadable = problem { return "\(file): \(problem)" }
        return path.isEmpty ? "\(location): \(problem)" : "\(location): \(path): \(problem)"
    }
}

extension YAMLError.Problem: CustomStringConvertible {
    /// The problem in words, without its place.
    public var description: String {
        switch self {
        case .unreadable(let reason): "cannot be read: \(reason)"
        case .syntax(let reason): "not valid YAML: \(reason)"
        case .duplicateKey(let key, let firstLine): "the key \"\(key)\" appears twice; the first is on line \(firstLine)"
        case .compoundKey: "a key must be a single value, not a mapping or a sequence"
        case .unknownKey(_, let expected, let suggestion):
            "unknown key; expected \(Self.oneOf(expected))" + (suggestion.map { " (did you mean \"\($0)\"?)" } ?? "")
        case .missingKey(let key): "the key \"\(key)\" is missing"
        case .wrongType(let expected, let found): "expected \(expected), found \(found)"
        case .invalidValue(let reason): reason
        case .undefinedAlias(let name): "the alias *\(name)* names no anchor before it"
        case .unknownTag(let tag): "the tag \(tag) is not of the core schema"
        case .limitExceeded(let bound): "more than \(bound)"
        }
    }

    private static func oneOf(_ names: [String]) -> String {
        switch names.count {
        case 0: "none"
        case 1: names[0]
        default: "one of " + names.joined(separator: ", ")
        }
    }
}
