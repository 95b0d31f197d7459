import Foundation

/// Where one function with a body stands in a file.
struct FunctionSpan: Equatable {
    /// The line of its declaration, counted from 1.
    let firstLine: Int
    let lastLine: Int

    var lineCount: Int { lastLine - firstLine + 1 }

    /// The functions, initializers and deinitializers of code without comments and strings; nested ones count by themselves too.
    static func all(in code: String) -> [FunctionSpan] {
        let lines = code.split(separator: "\n", omittingEmptySubsequences: false).map { Array($0.utf8) }
        return lines.indices.compactMap { index in
            declares(String(decoding: lines[index], as: UTF8.self)) ? span(from: index, in: lines) : nil
        }
    }

    private static func declares(_ line: String) -> Bool {
        let words = line.split { !$0.isLetter && !$0.isNumber && $0 != "_" }
        guard let keyword = words.first(where: { ["func", "init", "deinit"].contains($0) }) else { return false }
        let before = line[..<keyword.startIndex].trimmingCharacters(in: .whitespaces)
        // `self.init(…)`, `.init` and `let x = init` are calls, not declarations.
        return !before.hasSuffix(".") && !before.contains("=") && !before.contains("{")
    }

    /// From the declaration to the brace that closes its body; nil when a protocol's requirement has none.
    private static func span(from first: Int, in lines: [[UInt8]]) -> FunctionSpan? {
        var parentheses = 0
        var braces = 0
        var isOpen = false
        for index in first..<lines.count {
            for byte in lines[index] {
                switch byte {
                case UInt8(ascii: "("): parentheses += 1
                case UInt8(ascii: ")"): parentheses -= 1
                case UInt8(ascii: "{"):
                    braces += 1
                    if parentheses == 0 { isOpen = true }
                case UInt8(ascii: "}"):
                    braces -= 1
                    if isOpen, braces == 0 { return FunctionSpan(firstLine: first + 1, lastLine: index + 1) }
                    if braces < 0 { return nil }
                default: break
                }
            }
            if !isOpen, parentheses == 0, !signatureGoesOn(after: index, in: lines) { return nil }
        }
        return nil
    }

    private static func signatureGoesOn(after index: Int, in lines: [[UInt8]]) -> Bool {
        guard index + 1 < lines.count else { return false }
        let next = String(decoding: lines[index + 1], as: UTF8.self).trimmingCharacters(in: .whitespaces)
        return ["{", "->", "where ", "throws", "async", "rethrows", ")"].contains { next.hasPrefix($0) }
    }
}
