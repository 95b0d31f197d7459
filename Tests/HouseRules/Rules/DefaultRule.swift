import Foundation

/// A switch over an enum of ours names every case: `default:` hides a new command, event, state, topic or service from the compiler.
struct DefaultRule {
    /// Switches over what only looks like an enum of ours, and what it is.
    private static let exemptions = [
        "Services/Operator/Bench/Load/RowCopy.swift": "PostgresType is a struct with names, as the server has types of its own"
    ]

    /// The cases of each enum of the product.
    private let enums: [EnumDeclaration]

    init(sources: [SourceFile]) throws {
        enums = try sources.flatMap { try EnumDeclaration.all(in: $0.code) }
    }

    func violations(in file: SourceFile) throws -> [Violation] {
        guard Self.exemptions[file.path] == nil else { return [] }
        let head = try NSRegularExpression(pattern: #"\bswitch [^{\n]*\{"#)
        let code = file.code
        return head.matches(in: code, range: NSRange(code.startIndex..., in: code)).compactMap { match in
            guard let range = Range(match.range, in: code) else { return nil }
            let body = CodeBody.own(of: code[range.upperBound...])
            guard Self.hasDefault(body), let name = ourEnum(of: Self.patterns(in: body)) else { return nil }
            let line = code[..<range.lowerBound].count { $0 == "\n" } + 1
            return file.violation(line: line, "has default: in a switch over \(name): name the cases, so that a new one is found")
        }
    }

    private static func hasDefault(_ body: String) -> Bool {
        body.split(separator: "\n").contains { $0.trimmingCharacters(in: .whitespaces).hasPrefix("default:") }
    }

    /// The patterns of a switch, each from its `case` to its colon, without what their parentheses hold.
    private static func patterns(in body: String) -> [String] {
        var patterns: [String] = []
        var isOpen = false
        for line in CodeBody.withoutParentheses(body).split(separator: "\n") {
            let words = line.trimmingCharacters(in: .whitespaces)
            if words.hasPrefix("case ") {
                patterns.append("")
                isOpen = true
            }
            guard isOpen, !patterns.isEmpty else { continue }
            let end = words.firstIndex(of: ":")
            patterns[patterns.count - 1] += " " + words[..<(end ?? words.endIndex)]
            isOpen = end == nil
        }
        return patterns
    }

    /// The enum that all the names of the patterns are cases of; `nil` where a pattern names anything else, or nothing.
    private func ourEnum(of patterns: [String]) -> String? {
        var names: Set<String> = []
        for pattern in patterns {
            let pattern = pattern.components(separatedBy: " where ")[0]
            for word in pattern.split(whereSeparator: { $0 == " " || $0 == "," }) where word.hasPrefix(".") {
                names.insert(String(word.dropFirst().prefix { $0.isLetter || $0.isNumber || $0 == "_" }))
            }
        }
        guard !names.isEmpty else { return nil }
        return enums.first { names.isSubset(of: $0.cases) }?.name
    }
}
