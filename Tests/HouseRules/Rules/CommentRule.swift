import Foundation

/// Where a comment is required.
enum CommentRule {
    /// A public type says in `///` what it is. Types nested in another are told by the outer one.
    static func documentationViolations(in file: SourceFile) -> [Violation] {
        let lines = file.textLines.map(String.init)
        let code = file.codeLines
        return lines.indices.compactMap { index in
            guard code[index].contains("public "), declaresPublicType(lines[index]) else { return nil }
            if precedingLine(of: index, in: lines)?.hasPrefix("///") == true { return nil }
            return file.violation(line: index + 1, "a public type needs one sentence in '///' that says what it is")
        }
    }

    /// `@unchecked Sendable` stands below a comment that says why it is safe.
    static func uncheckedViolations(in file: SourceFile) -> [Violation] {
        let lines = file.textLines.map { $0.trimmingCharacters(in: .whitespaces) }
        let code = file.codeLines
        return code.indices.compactMap { index in
            guard code[index].contains("@unchecked Sendable") else { return nil }
            let above = lines[..<index].reversed().drop { $0.hasPrefix("@") }.prefix { $0.hasPrefix("//") }
            guard above.count < 2 else { return nil }
            return file.violation(
                line: index + 1, "@unchecked Sendable needs a paragraph above it: who touches the value, and what keeps them apart")
        }
    }

    private static func declaresPublicType(_ line: String) -> Bool {
        guard line.first?.isWhitespace == false else { return false }
        let words = line.split(separator: " ")
        guard let access = words.firstIndex(of: "public") else { return false }
        let rest = words[(access + 1)...].drop { ["final", "indirect"].contains($0) }
        return ["struct", "enum", "class", "protocol", "actor"].contains { rest.first == $0 } && !line.hasPrefix("//")
    }

    private static func precedingLine(of index: Int, in lines: [String]) -> String? {
        lines[..<index].last { !$0.hasPrefix("@") }
    }
}
