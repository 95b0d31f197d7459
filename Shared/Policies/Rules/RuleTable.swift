public import Foundation
public import YAML

/// The rules of the source documents, one by one, each with where it is kept and what proves it (`Ops/rules.yaml`).
public struct RuleTable: Decodable, Sendable {
    /// The titles of the documents, by their numbers.
    public let documents: [String: String]
    public let rules: [SourceRule]

    /// The numbers that the source has: `S001` to `S206`.
    public static let ids = (1...206).map { number in
        "S" + String(repeating: "0", count: 3 - String(number).count) + String(number)
    }

    /// Reads the table.
    ///
    /// - Throws: a `YAMLError` with file and line where it cannot be read, or has a key that no row has.
    public static func read(contentsOf file: URL) throws(YAMLError) -> RuleTable {
        try YAMLDecoder().decode(RuleTable.self, contentsOf: file)
    }

    /// Reads the table from its text.
    ///
    /// - Throws: a `YAMLError` with file and line.
    public static func read(_ text: String, file: String) throws(YAMLError) -> RuleTable {
        try YAMLDecoder().decode(RuleTable.self, from: text, file: file)
    }

    public subscript(id: String) -> SourceRule? { rules.first { $0.id == id } }
}
