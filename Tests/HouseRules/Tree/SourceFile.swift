import Foundation

/// One text file of the tree.
struct SourceFile {
    /// The path from the root of the tree, with `/` between the folders.
    let path: String
    let text: String
    /// The text without comments and the words of string literals, for a Swift file; elsewhere the text itself.
    let code: String

    init(path: String, text: String) {
        self.path = path
        self.text = text
        code = path.hasSuffix(".swift") ? CodeView.code(of: text) : text
    }

    var isSwift: Bool { path.hasSuffix(".swift") }
    var isDocument: Bool { path.hasSuffix(".md") }
    var codeLines: [Substring] { code.split(separator: "\n", omittingEmptySubsequences: false) }
    var textLines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

    /// How many lines the file has; a line break at its end begins no further line.
    var lineCount: Int { text.isEmpty ? 0 : textLines.count - (text.hasSuffix("\n") ? 1 : 0) }

    func lies(in folders: [String]) -> Bool {
        folders.contains { path == $0 || path.hasPrefix($0 + "/") }
    }

    /// A breach at a line counted from 1.
    func violation(line: Int?, _ message: String) -> Violation {
        Violation(path: path, line: line, message: message)
    }
}

/// One breach of a house rule: where it stands, and what to do instead.
struct Violation: Equatable, CustomStringConvertible {
    let path: String
    /// The line, counted from 1; nil when the breach is the file's as a whole.
    let line: Int?
    let message: String

    var description: String {
        guard let line else { return "\(path): \(message)" }
        return "\(path):\(line): \(message)"
    }
}
