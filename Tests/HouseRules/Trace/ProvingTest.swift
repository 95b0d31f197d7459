import Foundation

/// The functions of one test file, and which rules their assertions name.
struct ProvingTest {
    private let text: [UInt8]
    private let code: [UInt8]
    private let functions: [Function]

    private struct Function {
        let name: String
        /// Its bytes in the file, attributes included.
        let range: Range<Int>
        let isTest: Bool
    }

    init(_ file: SourceFile) {
        text = Array(file.text.utf8)
        code = Array(file.code.utf8)
        var starts = [0]
        for (index, byte) in code.enumerated() where byte == UInt8(ascii: "\n") { starts.append(index + 1) }
        let lines = file.codeLines
        functions = FunctionSpan.all(in: file.code).compactMap { span in
            guard let name = Self.name(in: lines[span.firstLine - 1]) else { return nil }
            var first = span.firstLine - 1
            while first > 0, Self.belongsToNext(lines[first - 1]) { first -= 1 }
            let end = span.lastLine < starts.count ? starts[span.lastLine] : file.code.utf8.count
            let isTest = lines[first..<span.firstLine].contains { $0.contains("@Test") }
            return Function(name: name, range: starts[first]..<end, isTest: isTest)
        }
    }

    /// What keeps a function from proving a rule; nil where it does.
    func objection(to function: String, proving id: String) -> String? {
        guard let test = functions.first(where: { $0.name == function }) else { return "has no function \(function)" }
        guard test.isTest else { return "has \(function), which is no @Test" }
        if isNamed(id, by: test) { return nil }
        return "has \(function), of which no #expect or #require names \(id) in its comment"
    }

    /// Whether an assertion of the function, or of one of this file that it calls, names the rule.
    ///
    /// A comment names it in letters, or as `\(rule)` where the test has it among its arguments.
    private func isNamed(_ id: String, by test: Function) -> Bool {
        var open = [test]
        var seen: Set<String> = [test.name]
        let isArgument = Self.contains(id, in: String(decoding: text[test.range], as: UTF8.self))
        while let function = open.popLast() {
            for range in assertions(in: function.range) {
                let spoken = String(decoding: text[range], as: UTF8.self)
                if Self.contains(id, in: spoken) { return true }
                if isArgument, spoken.contains("\\(rule") { return true }
            }
            let body = String(decoding: code[function.range], as: UTF8.self)
            for other in functions where !seen.contains(other.name) && body.contains(other.name + "(") {
                seen.insert(other.name)
                open.append(other)
            }
        }
        return false
    }

    /// The bytes between the parentheses of each `#expect` and `#require`.
    private func assertions(in range: Range<Int>) -> [Range<Int>] {
        var found: [Range<Int>] = []
        for word in ["#expect(", "#require("].map({ Array($0.utf8) }) {
            var index = range.lowerBound
            while index + word.count <= range.upperBound {
                guard code[index..<index + word.count].elementsEqual(word) else {
                    index += 1
                    continue
                }
                let start = index + word.count
                var end = start
                var depth = 1
                while end < range.upperBound {
                    if code[end] == UInt8(ascii: "(") { depth += 1 }
                    if code[end] == UInt8(ascii: ")") { depth -= 1 }
                    if depth == 0 { break }
                    end += 1
                }
                found.append(start..<end)
                index = start
            }
        }
        return found
    }

    private static func name(in line: Substring) -> String? {
        guard let keyword = line.range(of: "func ") else { return nil }
        let name = line[keyword.upperBound...].prefix { $0.isLetter || $0.isNumber || $0 == "_" }
        return name.isEmpty ? nil : String(name)
    }

    /// Attributes and their arguments stand on the lines before a function, without an empty line or the end of something else between.
    private static func belongsToNext(_ line: Substring) -> Bool {
        let bare = line.drop { $0 == " " }
        return !bare.isEmpty && !bare.hasPrefix("}") && !bare.hasSuffix("{") && !bare.hasPrefix("@Suite")
    }

    /// Whether a text has the rule's number as a word of its own.
    private static func contains(_ id: String, in text: String) -> Bool {
        var rest = text[...]
        while let place = rest.range(of: id) {
            let before = text[..<place.lowerBound].last
            let after = text[place.upperBound...].first
            if before?.isLetter != true, before?.isNumber != true, after?.isNumber != true { return true }
            rest = rest[place.upperBound...]
        }
        return false
    }
}
